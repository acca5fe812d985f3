import { mustBeSecured, type Role } from "@/lib/domain/can";
import { db } from "@/lib/server/db";
import { TooManyWaiting } from "@/lib/server/hashing-queue";
import { isKnownBrowser, sealBrowser } from "@/lib/server/known-browser";
import { isPassphraseOf } from "@/lib/server/passphrase";
import { forgetAttempts, slowDown } from "@/lib/server/sign-in-limit";
import { inTransaction } from "@/lib/server/transaction";
import { handleKey } from "@/lib/shared/handle";
import { auditBegunSession, type BegunSession, beginSession } from "./sessions";

export type SignIn = { handle: string; passphrase: string; knownBrowser: string | null };
export type SignedIn =
  | { ok: true; session: BegunSession; knownBrowser: string | null; mustSetUp: boolean }
  | { ok: false; because: "wrong" | "busy" }
  | { ok: false; because: "suspended"; message: string | null };

/**
 * Pseudonym and passphrase against the account. A wrong one and a missing account take the same work and give the same
 * answer; repeated attempts wait longer, up to a limit, and the right passphrase always gets in.
 */
export async function signIn({ handle, passphrase, knownBrowser }: SignIn): Promise<SignedIn> {
  const key = handleKey(handle);
  const user = await findOwner(key);
  const isKnown = user !== null && isKnownBrowser(knownBrowser, user);
  // A known browser is counted by itself, so that strangers' guesses do not slow it and a stolen one cannot guess freely.
  const counted = isKnown ? `browser\n${knownBrowser}` : `handle\n${key}`;
  await slowDown(counted);
  const guess = { key: counted, knownBrowser: isKnown };
  const matches = await isPassphraseOf(user?.passphraseHash ?? null, passphrase, guess).catch(busyOrThrow);
  if (matches === "busy") return { ok: false, because: "busy" };
  if (!matches || user === null) return { ok: false, because: "wrong" };
  const session = user.state === "active" ? await openSession(user) : null;
  await forgetAttempts(counted);
  if (session === null) return { ok: false, because: "suspended", message: user.suspensionMessage };
  // A browser is known once it took both steps: who knows the passphrase alone must not guess codes as one.
  const mayBeKnown = !session.awaitsSecondFactor;
  const mustSetUp = mustBeSecured(user.role) && !user.secured;
  return { ok: true, session, knownBrowser: mayBeKnown ? sealBrowser(user) : null, mustSetUp };
}

type Owner = NonNullable<Awaited<ReturnType<typeof findOwner>>>;

async function findOwner(key: string) {
  const row = await db().user.findUnique({
    where: { handleKey: key },
    select: {
      ...{ id: true, passphraseHash: true, state: true, role: true, suspensionMessage: true },
      ...{ authenticator: { select: { userId: true } }, _count: { select: { passkeys: true } } },
    },
  });
  return row && { ...row, secured: row.authenticator !== null || row._count.passkeys > 0 };
}

/** Only if the account is still active and the passphrase still the one that was checked. */
function openSession(user: Owner): Promise<BegunSession | null> {
  return inTransaction(async (tx) => {
    const [still] = await tx.$queryRaw<{ role: Role; secured: boolean }[]>`
      SELECT role::text, has_second_factor(id) AS secured FROM users WHERE id = ${user.id}::uuid AND state = 'active' AND passphrase_hash = ${user.passphraseHash} FOR SHARE`;
    if (still === undefined) return null;
    const session = await beginSession(tx, { userId: user.id, role: still.role }, still.secured);
    await auditBegunSession(tx, session);
    return session;
  });
}

function busyOrThrow(error: unknown): "busy" {
  if (error instanceof TooManyWaiting) return "busy";
  throw error;
}
