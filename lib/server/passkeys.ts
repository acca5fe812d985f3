import { randomBytes } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { env } from "@/lib/env";
import { type PasskeySite, passkeySite } from "@/lib/shared/passkey-site";
import { appendAudit } from "./audit";
import { db } from "./db";
import { type AskedFor, type Challenge, challengeOf, newChallenge, spendChallenge } from "./passkey-challenge";
import { type Confirmed, type Confirming, lockActiveRole, markConfirmed } from "./second-factor";
import { inTransaction, type Transaction } from "./transaction";

/** What a form carries of a passkey's answer, and what this browser kept of what it was asked. */
export type PasskeyAnswer = { typed: string; kept: string | null };
export type Asked<O> = { options: O; kept: string };
/** An answer that is right, with what taking it writes. */
export type CheckedAnswer = { passkeyId: string; userId: string; signCount: number; challenge: Challenge };
export type NewPasskey = { id: string; publicKey: Uint8Array<ArrayBuffer>; signCount: number; challenge: Challenge };

/** EdDSA, ES256, RS256: what every device and every server that may read the database one day can do. */
const algorithms = [-8, -7, -257];
/** Of the device, not of the account: it is thrown away, since the id of the passkey leads to its account. */
const userHandleBytes = 32;
const timeout = 120_000;

const part = z.string().regex(/^[\w-]{1,8192}$/);
const common = { id: part.max(1400), rawId: part.max(1400), type: z.literal("public-key") };
const assertion = z.object({
  ...common,
  response: z.object({ authenticatorData: part, clientDataJSON: part, signature: part }),
});
const attestation = z.object({ ...common, response: z.object({ attestationObject: part, clientDataJSON: part }) });

/** Loaded when the first passkey is asked for: most servers never need it. */
const library = () => import("@simplewebauthn/server");
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));

export function siteOfPasskeys(): PasskeySite | null {
  return passkeySite(env().publicUrl);
}

/** What a browser hands to a passkey to be answered; without ids the device offers the ones it has for this site. */
export async function requestOf(
  site: PasskeySite,
  askedFor: AskedFor,
  ids: string[] = [],
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const { text, kept } = newChallenge(askedFor);
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    ...{ rpID: site.id, challenge: bytes(text), userVerification: "required", timeout },
    allowCredentials: ids.map((id) => ({ id })),
  });
  return { options, kept };
}

/** What a browser hands to a device that shall make one. The device shows the name; no account stands behind the rest. */
export async function invitationOf(
  site: PasskeySite,
  idHash: string,
  { name, existing }: { name: string; existing: string[] },
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { text, kept } = newChallenge(`add\n${idHash}`);
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    ...{ rpName: new URL(site.origin).host, rpID: site.id, challenge: bytes(text), timeout, attestationType: "none" },
    ...{ userName: name, userDisplayName: name, userID: new Uint8Array(randomBytes(userHandleBytes)) },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: existing.map((id) => ({ id })),
    supportedAlgorithmIDs: algorithms,
  });
  return { options, kept };
}

/** Whose answer it says it is, before anything is believed of it; null for what no browser sends. */
export async function ownerOfAnswer(typed: string): Promise<{ passkeyId: string; userId: string } | null> {
  const read = readAs(assertion, typed);
  const row = read && (await db().passkey.findUnique({ where: { id: read.id }, select: { id: true, userId: true } }));
  return row && { passkeyId: row.id, userId: row.userId };
}

/** The answer held against the passkey's key, this site, and what this browser was asked; null for any other. */
export async function checkAnswer(
  { typed, kept }: PasskeyAnswer,
  askedFor: AskedFor,
  userId: string,
): Promise<CheckedAnswer | null> {
  const [site, challenge, response] = [siteOfPasskeys(), challengeOf(kept, askedFor), readAs(assertion, typed)];
  if (site === null || challenge === null || response === null) return null;
  const passkey = await db().passkey.findUnique({ where: { id: response.id, userId } });
  if (passkey === null) return null;
  const { verifyAuthenticationResponse } = await library();
  const checked = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} } satisfies AuthenticationResponseJSON,
    ...{ expectedChallenge: challenge.text, expectedOrigin: site.origin, expectedRPID: site.id },
    // The count is held where it is written: two answers at once would both pass here.
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null);
  if (!checked?.verified) return null;
  return { passkeyId: passkey.id, userId, signCount: checked.authenticationInfo.newCounter, challenge };
}

/**
 * Takes a checked answer, once. A count that did not grow means that the passkey was copied, or that this answer is
 * older than one taken before: it opens nothing, and the log says so. Last in its transaction when it is not taken.
 */
export async function takeAnswer(tx: Transaction, answer: CheckedAnswer): Promise<boolean> {
  const { passkeyId: id, userId, signCount } = answer;
  if (!(await spendChallenge(tx, answer.challenge))) return false;
  const { count } = await tx.passkey.updateMany({
    where: { id, userId, ...(signCount === 0 ? { signCount: 0 } : { signCount: { lt: signCount } }) },
    data: { signCount },
  });
  if (count === 1) return true;
  if ((await tx.passkey.count({ where: { id, userId } })) === 1) {
    const same = { id: userId };
    const told = { objectType: "account", objectId: userId, before: same, after: same };
    await appendAudit(tx, { actorId: null, verb: "account.refuse_passkey", ...told });
  }
  return false;
}

/** The second step by a passkey. Nothing of it can be guessed, so its tries are not counted. */
export async function confirmByPasskey(
  { userId, idHash }: Omit<Confirming, "counted">,
  answer: PasskeyAnswer,
): Promise<Confirmed> {
  const checked = await checkAnswer(answer, `confirm\n${idHash}`, userId);
  const isTaken =
    checked !== null &&
    (await inTransaction(async (tx) => {
      const role = await lockActiveRole(tx, userId);
      if (role === null || !(await takeAnswer(tx, checked))) return false;
      await markConfirmed(tx, { userId, idHash }, role);
      return true;
    }));
  return isTaken ? { ok: true } : { ok: false, because: "passkey" };
}

/** The passkey a device made for this session; null for anything else. */
export async function checkNewPasskey({ typed, kept }: PasskeyAnswer, idHash: string): Promise<NewPasskey | null> {
  const [site, challenge] = [siteOfPasskeys(), challengeOf(kept, `add\n${idHash}`)];
  const response = readAs(attestation, typed);
  if (site === null || challenge === null || response === null) return null;
  const { verifyRegistrationResponse } = await library();
  const checked = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} } satisfies RegistrationResponseJSON,
    ...{ expectedChallenge: challenge.text, expectedOrigin: site.origin, expectedRPID: site.id },
    ...{ requireUserVerification: true, supportedAlgorithmIDs: algorithms },
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return { id, publicKey: new Uint8Array(publicKey), signCount: counter, challenge };
}

function readAs<T>(schema: z.ZodType<T>, typed: string): T | null {
  try {
    return schema.safeParse(JSON.parse(typed)).data ?? null;
  } catch {
    return null;
  }
}
