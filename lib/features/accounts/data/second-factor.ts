import { env } from "@/lib/env";
import { db } from "@/lib/server/db";
import { derivedBytes } from "@/lib/server/secrets";
import { keyUri, secretText } from "@/lib/server/totp";

export type SettingUp = { userId: string; idHash: string };
export type SecretToSetUp = { secret: string; uri: string };
export type SecondFactorRow = {
  hasAuthenticator: boolean;
  recoveryCodesLeft: number;
  /** For the app that would be set up now, in the place of the one there is. */
  setUp: SecretToSetUp;
};

const secretBytes = 20;

/**
 * The secret an app would be set up with: made from the session and from the app in use, so that it stays the same
 * while somebody mistypes, is another one for the next app, and waits nowhere until its first code was right.
 */
export function secretToSetUp({ userId, idHash }: SettingUp, replaced: string | null): SecretToSetUp {
  const secret = secretText(derivedBytes("authenticator", `${userId}\n${idHash}\n${replaced ?? ""}`, secretBytes));
  return { secret, uri: keyUri(secret, new URL(env().publicUrl).host) };
}

export async function readSecondFactor(asked: SettingUp): Promise<SecondFactorRow> {
  const { userId } = asked;
  const [authenticator, recoveryCodesLeft] = await Promise.all([
    db().authenticator.findUnique({ where: { userId }, select: { sealedSecret: true } }),
    db().recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  const setUp = secretToSetUp(asked, authenticator?.sealedSecret ?? null);
  return { hasAuthenticator: authenticator !== null, recoveryCodesLeft, setUp };
}
