import { isDatabaseReady } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/** Answers 503 while the database does not. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseReady();
  return Response.json(
    { status: ready ? "ready" : "database unreachable" },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
