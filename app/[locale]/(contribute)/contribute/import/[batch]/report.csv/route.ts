import { loadReport } from "@/lib/features/imports/loaders";
import { isLocale } from "@/lib/shared/i18n/locales";

type Context = { params: Promise<{ locale: string; batch: string }> };

/** Every wrong row of one's own file, as it is read from the database: the whole is never held. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, batch } = await params;
  const lines = await loadReport(isLocale(locale) ? locale : "en", batch);
  const encoder = new TextEncoder();
  const pieces = lines[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="turnout-rows-${batch}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
