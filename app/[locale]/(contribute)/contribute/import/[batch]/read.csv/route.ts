import { loadReadRows } from "@/lib/features/imports/loaders";
import { streamedCsv } from "@/lib/shared/files/streamed-csv";
import { isLocale } from "@/lib/shared/i18n/locales";

type Context = { params: Promise<{ locale: string; batch: string }> };

/** Every row in order of one's own file, as it was read. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, batch } = await params;
  return streamedCsv(await loadReadRows(isLocale(locale) ? locale : "en", batch), `turnout-read-${batch}.csv`);
}
