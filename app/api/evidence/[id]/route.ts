import { loadEvidenceImage } from "@/lib/features/entries/loaders/evidence";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** One photograph, for moderators. It is kept by nobody and may do nothing: the server in front sees to that. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const image = await loadEvidenceImage((await params).id);
  if (image === null) return Response.json({ error: "There is nothing here." }, { status: 404 });
  const headers = { "Content-Type": "image/webp", "Content-Disposition": 'inline; filename="photograph.webp"' };
  return new Response(image, { headers });
}
