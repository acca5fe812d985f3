import { answerConfirmQuestion } from "@/lib/features/accounts/actions/ask-passkey";

export const dynamic = "force-dynamic";

/** A question for a passkey of whoever is at the second step; the answer comes in with the form that asked for it. */
export async function POST(request: Request): Promise<Response> {
  const { status, answer } = await answerConfirmQuestion(request);
  return Response.json(answer, { status, headers: { "Cache-Control": "no-store" } });
}
