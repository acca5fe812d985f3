import { loadCorrectionsFeed } from "@/lib/features/corrections/loaders";
import { writeAtom } from "@/lib/shared/atom";
import { fileLocale, paramsOf } from "@/lib/shared/search-params";

type Reading = Parameters<typeof loadCorrectionsFeed>[0];

/** The corrections of a wave, or of one of its workforces, as Atom in the language the address names. */
export async function feedAnswer(
  request: Request,
  reading: (locale: string) => Promise<Reading>,
  workforce: string | null = null,
): Promise<Response> {
  const locale = fileLocale(paramsOf(new URL(request.url).searchParams));
  if (locale === null) return Response.json({ error: "There is no such language." }, { status: 404 });
  return new Response(writeAtom(await loadCorrectionsFeed(await reading(locale), workforce)), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
