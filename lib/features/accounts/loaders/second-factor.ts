import { redirect } from "next/navigation";
import { mustBeSecured } from "@/lib/domain/can";
import { env } from "@/lib/env";
import { currentActor, halfSignedIn, requireActor, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { nextPath } from "@/lib/shared/next-path";
import { passkeySite } from "@/lib/shared/passkey-site";
import { listPasskeys } from "../data/passkeys";
import { readSecondFactor, type SecondFactorRow } from "../data/second-factor";
import { type PasskeyLine, passkeysView } from "../view";

/** For whoever gave the right passphrase; everybody else is led to the first step, or on. */
export async function loadSecondStep(
  locale: Locale,
  asked: string | undefined,
): Promise<{ next: string; byPasskey: boolean }> {
  const next = nextPath(asked, `/${locale}/account`);
  if (await currentActor()) redirect(next);
  const half = await halfSignedIn();
  if (half === null) redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
  return { next, byPasskey: half.user.hasPasskey && passkeySite(env().publicUrl) !== null };
}

export type SecondFactorPage = SecondFactorRow & {
  actor: SignedInActor;
  isRequired: boolean;
  next: string;
  passkeys: PasskeyLine[];
  site: { allows: boolean; address: string };
};

/** Where the second factor is set up and looked after; `next` is where somebody wanted to go who was led here. */
export async function loadSecondFactor(locale: Locale, asked: string | undefined): Promise<SecondFactorPage> {
  const actor = await requireActor(locale, `/${locale}/account/second-step`);
  const row = await readSecondFactor({ userId: actor.id, idHash: actor.sessionHash });
  const passkeys = passkeysView(await listPasskeys(actor.id), locale);
  const { publicUrl } = env();
  const site = { allows: passkeySite(publicUrl) !== null, address: publicUrl };
  const next = nextPath(asked, `/${locale}/account`);
  return { ...row, actor, isRequired: mustBeSecured(actor.role), next, passkeys, site };
}
