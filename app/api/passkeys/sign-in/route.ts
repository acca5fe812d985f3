import { answerSignInQuestion } from "@/lib/features/accounts/actions/ask-passkey";

export const dynamic = "force-dynamic";

/** A question for any passkey of this site; the answer comes in with the form of signing in. */
export async function POST(request: Request): Promise<Response> {
  const { status, answer } = await answerSignInQuestion(request);
  return Response.json(answer, { status, headers: { "Cache-Control": "no-store" } });
}
