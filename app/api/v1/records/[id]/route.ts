import { env } from "@/lib/env";
import { loadRecordView } from "@/lib/features/records/loaders";
import { CITATION_FORMATS, type CitationFormat, citationFile } from "@/lib/features/records/view/citation";
import { recordJson } from "@/lib/features/records/view/json";
import { loadWavesAroundRecord } from "@/lib/features/waves/loaders";
import { askedLens, readThrough } from "@/lib/features/waves/view/asked-lens";
import { paramsOf } from "@/lib/shared/search-params";

type Context = { params: Promise<{ id: string }> };

const MAX_AGE = { "Cache-Control": "public, max-age=60" };
const TYPES: Record<CitationFormat, string> = {
  ris: "application/x-research-info-systems; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
};

/** One record: `KZ22-F12` and `KZ22-F12.json` as JSON, `KZ22-F12.ris` and `.bib` for reference managers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const asked = paramsOf(new URL(request.url).searchParams);
  const kept = await loadWavesAroundRecord(id.replace(/\.\w+$/, ""));
  const records = kept.map((record) => readThrough(record, askedLens(asked, record).lens));
  const format = CITATION_FORMATS.find((one) => id.endsWith(`.${one}`));
  if (format !== undefined) {
    const name = id.slice(0, -format.length - 1);
    const views = await Promise.all(records.map((record) => loadRecordView(record, "en", name)));
    const view = views.find((one) => one !== null);
    return view ? citation(citationFile(view, format), id, TYPES[format]) : none();
  }
  const json = recordJson(records, id.replace(/\.json$/, ""), env().publicUrl);
  return json === null ? none() : Response.json(json, { headers: MAX_AGE });
}

function citation(text: string, name: string, type: string): Response {
  const headers = { ...MAX_AGE, "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` };
  return new Response(text, { headers });
}

function none(): Response {
  return Response.json({ error: "There is no such record." }, { status: 404 });
}
