import { readKnownBrowser, type SignInCookies } from "@/lib/server/auth";
import { endSessionById } from "../mutations/sessions";
import { signIn } from "../mutations/sign-in";
import { signInSchema } from "../schema";

/** The check behind next-auth's own route: the same as the form's, slowed by the same counters. */
export async function checkCredentials(typed: { handle: string; passphrase: string }): Promise<SignInCookies | null> {
  const parsed = signInSchema.omit({ locale: true, next: true }).safeParse(typed);
  if (!parsed.success) return null;
  const signedIn = await signIn({ ...parsed.data, knownBrowser: await readKnownBrowser() });
  return signedIn.ok ? { ...signedIn.session, knownBrowser: signedIn.knownBrowser } : null;
}

export const endSession = endSessionById;
