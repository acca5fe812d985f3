import { notFound } from "next/navigation";
import { loadTemplate } from "@/lib/features/imports/loaders";
import { isImportKind } from "@/lib/features/imports/schema/fields";
import { isLocale } from "@/lib/shared/i18n/locales";

type Context = { params: Promise<{ locale: string; kind: string }> };

/** An empty table of a kind, to be filled in a spreadsheet. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, kind } = await params;
  if (!isImportKind(kind)) return notFound();
  return new Response(await loadTemplate(isLocale(locale) ? locale : "en", kind), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="turnout-${kind}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
