import { env } from "@/lib/env";
import { recordJson } from "@/lib/features/records/view/json";
import { loadWaves } from "@/lib/features/waves/loaders";
import { paramsOf } from "@/lib/shared/search-params";

type Context = { params: Promise<{ id: string }> };

/** One record as JSON; `KZ22-F12` and `KZ22-F12.json` are the same. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const id = (await params).id.replace(/\.json$/, "");
  const json = recordJson(await loadWaves(paramsOf(new URL(request.url).searchParams)), id, env().publicUrl);
  if (json === null) return Response.json({ error: "There is no such record." }, { status: 404 });
  return Response.json(json, { headers: { "Cache-Control": "public, max-age=60" } });
}
