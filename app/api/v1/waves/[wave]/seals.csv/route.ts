import { loadSeals } from "@/lib/features/publications/loaders";
import { sealsFile } from "@/lib/features/publications/view";
import { loadKeptWave } from "@/lib/features/waves/loaders";
import { paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

/** A seal for each day on which something of the wave was published: whoever keeps the file notices one that changed. */
export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const record = await loadKeptWave((await params).wave);
  const { rows } = sealsFile(loadSeals(record));
  return csvAnswer(record, { name: "seals", rows, isPart: false }, paramsOf(new URL(request.url).searchParams));
}
