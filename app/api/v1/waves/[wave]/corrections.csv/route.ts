import { correctionList } from "@/lib/features/corrections/loaders";
import { correctionsFile } from "@/lib/features/corrections/view";
import { MOST_IN_FILE } from "@/lib/features/corrections/view/log-bounds";
import { loadReading } from "@/lib/features/waves/loaders";
import { fileLocale, paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

/** The corrections of a wave as their page shows them for the same address. */
export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const { wave } = await params;
  const query = paramsOf(new URL(request.url).searchParams);
  const locale = fileLocale(query);
  if (locale === null) return Response.json({ error: "There is no such language." }, { status: 404 });
  const context = await loadReading({ locale, wave }, query);
  const { shown, isCut: isPart } = correctionList(context, query, MOST_IN_FILE);
  return csvAnswer(context.record, { name: "corrections", rows: correctionsFile(shown).rows, isPart }, query);
}
