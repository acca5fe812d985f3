import { correctionsOfAll } from "@/lib/features/corrections/loaders";
import { correctionsFile } from "@/lib/features/corrections/view";
import { MOST_IN_FILE } from "@/lib/features/corrections/view/log-bounds";
import { sealsOfAll } from "@/lib/features/publications/view";
import { loadReadings } from "@/lib/features/waves/loaders";
import { paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../waves/[wave]/csv-answer";

/** The corrections of all waves as their page shows them for the same address; the file is of no language. */
export async function GET(request: Request): Promise<Response> {
  const query = paramsOf(new URL(request.url).searchParams);
  const waves = await loadReadings("en");
  const { shown, isCut: isPart } = correctionsOfAll(waves, query, MOST_IN_FILE);
  const { rows } = correctionsFile(shown.map(({ correction }) => correction));
  return csvAnswer(
    { wave: { slug: "all" }, seals: sealsOfAll(waves.map(({ record }) => record)) },
    { name: "corrections", rows, isPart },
    query,
  );
}
