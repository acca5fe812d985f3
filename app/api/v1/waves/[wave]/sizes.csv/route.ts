import { loadWave, loadWaveOfWorkforce } from "@/lib/features/waves/loaders";
import { isCut } from "@/lib/features/waves/view/part";
import { sizesFile } from "@/lib/features/workforces/view/sizes";
import { firstOf, paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const { wave } = await params;
  const asked = paramsOf(new URL(request.url).searchParams);
  const workforce = firstOf(asked.workforce);
  const record = await (workforce === null ? loadWave(wave, asked) : loadWaveOfWorkforce(wave, workforce, asked));
  const { rows } = sizesFile(record, workforce);
  return csvAnswer(record, { name: "sizes", rows, isPart: isCut(record) }, asked);
}
