import { answerOutbox } from "@/lib/features/entries/actions/outbox";

export const dynamic = "force-dynamic";

/** Takes one form that was kept on a device, and says what became of it. */
export async function POST(request: Request): Promise<Response> {
  const { status, answer } = await answerOutbox(request);
  return Response.json(answer, { status, headers: { "Cache-Control": "no-store" } });
}
