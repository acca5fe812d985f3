import { loadReport } from "@/lib/features/imports/loaders";
import { streamedCsv } from "@/lib/shared/files/streamed-csv";
import { isLocale } from "@/lib/shared/i18n/locales";

type Context = { params: Promise<{ locale: string; batch: string }> };

/** Every wrong row of one's own file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, batch } = await params;
  return streamedCsv(await loadReport(isLocale(locale) ? locale : "en", batch), `turnout-rows-${batch}.csv`);
}
