import { loadReading } from "@/lib/features/waves/loaders";
import type { Facets } from "@/lib/features/waves/view/facets";
import { filteredList, type ListName } from "@/lib/features/waves/view/filtered-list";
import type { ListFile } from "@/lib/features/waves/view/list-columns";
import { isCut } from "@/lib/features/waves/view/part";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { fileLocale, paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "./csv-answer";

export type ListRoute = { params: Promise<{ wave: string }> };

type Making<Item> = {
  name: ListName;
  view: (context: ReadingContext) => readonly Item[];
  file: (items: readonly Item[], context: ReadingContext) => ListFile;
};

/** The rows of a list as its page shows them for the same address, as a file. */
export async function listAnswer<Item extends { facets: Facets }>(
  request: Request,
  { params }: ListRoute,
  { name, view, file }: Making<Item>,
): Promise<Response> {
  const { wave } = await params;
  const query = paramsOf(new URL(request.url).searchParams);
  const locale = fileLocale(query);
  if (locale === null) return Response.json({ error: "There is no such language." }, { status: 404 });
  const context = await loadReading({ locale, wave }, query);
  const { rows } = file(filteredList(name, view, { context, params: query }).shown, context);
  return csvAnswer(context.record, { name, rows, isPart: isCut(context.record) }, query);
}
