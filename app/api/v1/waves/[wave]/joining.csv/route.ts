import { joiningFile } from "@/lib/features/regions/view/joining-file";
import { loadWave } from "@/lib/features/waves/loaders";
import { paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const { wave } = await params;
  const asked = paramsOf(new URL(request.url).searchParams);
  const record = await loadWave(wave, asked);
  const { rows } = joiningFile(record);
  return csvAnswer(record, { name: "joining", rows, isPart: false }, asked);
}
