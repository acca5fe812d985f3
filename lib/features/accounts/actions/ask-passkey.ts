import { publicRequest } from "@/lib/server/action-client";
import { currentActor, halfSignedIn, keepChallenge } from "@/lib/server/auth";
import { type AskedPasskey, askToConfirm, askToSignIn } from "../mutations/ask-passkey";

export type PasskeyQuestion = { status: number; answer: NonNullable<AskedPasskey>["options"] | { not: string } };

/** What the passkey of whoever signs in shall answer. */
export function answerSignInQuestion(request: Request): Promise<PasskeyQuestion> {
  return handOut(request, askToSignIn);
}

/** What a passkey of the account of this session shall answer, for its second step. */
export function answerConfirmQuestion(request: Request): Promise<PasskeyQuestion> {
  return handOut(request, async () => {
    const half = await halfSignedIn();
    if (half) return askToConfirm({ userId: half.user.id, idHash: half.idHash });
    const actor = await currentActor();
    return actor && askToConfirm({ userId: actor.id, idHash: actor.sessionHash });
  });
}

async function handOut(request: Request, ask: () => Promise<AskedPasskey>): Promise<PasskeyQuestion> {
  const asked = await publicRequest(request, async () => ({ asked: await ask() }));
  if ("not" in asked) return { status: asked.not === "other_origin" ? 403 : 503, answer: asked };
  if (asked.asked === null) return { status: 404, answer: { not: "no_passkey" } };
  await keepChallenge(asked.asked.kept);
  return { status: 200, answer: asked.asked.options };
}
