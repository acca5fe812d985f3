import { strikesFile } from "@/lib/features/totals/view/files";
import { loadWave } from "@/lib/features/waves/loaders";
import { isCut } from "@/lib/features/waves/view/part";
import { paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const { wave } = await params;
  const asked = paramsOf(new URL(request.url).searchParams);
  const record = await loadWave(wave, asked);
  return csvAnswer(record, { name: "strikes", rows: strikesFile(record).rows, isPart: isCut(record) }, asked);
}
