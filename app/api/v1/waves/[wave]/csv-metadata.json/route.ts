import { loadTableMetadata } from "@/lib/features/dictionary/loaders";
import { loadKeptWave } from "@/lib/features/waves/loaders";

type Route = { params: Promise<{ wave: string }> };

/** What every column of the wave's files means, where readers of tables look for it (W3C, CSV on the Web). */
export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { wave } = await loadKeptWave((await params).wave);
  return Response.json(await loadTableMetadata(wave.slug), {
    headers: { "Content-Type": "application/csvm+json; charset=utf-8" },
  });
}
