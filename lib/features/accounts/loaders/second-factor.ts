import { redirect } from "next/navigation";
import { mustBeSecured } from "@/lib/domain/can";
import { currentActor, halfSignedIn, requireActor, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { nextPath } from "@/lib/shared/next-path";
import { readSecondFactor, type SecondFactorRow } from "../data/second-factor";

/** For whoever gave the right passphrase; everybody else is led to the first step, or on. */
export async function loadSecondStep(locale: Locale, asked: string | undefined): Promise<{ next: string }> {
  const next = nextPath(asked, `/${locale}/account`);
  if (await currentActor()) redirect(next);
  if (!(await halfSignedIn())) redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
  return { next };
}

export type SecondFactorPage = SecondFactorRow & { actor: SignedInActor; isRequired: boolean; next: string };

/** Where the second factor is set up and looked after; `next` is where somebody wanted to go who was led here. */
export async function loadSecondFactor(locale: Locale, asked: string | undefined): Promise<SecondFactorPage> {
  const actor = await requireActor(locale, `/${locale}/account/second-step`);
  const row = await readSecondFactor({ userId: actor.id, idHash: actor.sessionHash });
  return { ...row, actor, isRequired: mustBeSecured(actor.role), next: nextPath(asked, `/${locale}/account`) };
}
