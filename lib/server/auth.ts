import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { cache } from "react";
import { type Actor, can, type Role, type Verb } from "@/lib/domain/can";
import { authSecret, env } from "@/lib/env";
import type { Locale } from "@/lib/shared/i18n/locales";
import { nextPath } from "@/lib/shared/next-path";
import { errorFields, log } from "./logger";
import { isSameOrigin } from "./same-origin";
import { findLiveSession, type LiveSession, noteSessionUse } from "./sessions";

/** Who is signed in: as the database says at this request, not as a cookie says. */
export type SignedInActor = Actor & {
  id: string;
  handle: string;
  role: Role;
  hasPasskey: boolean;
  /** By whose invitation they came. */
  invitedById: string | null;
  sessionHash: string;
  confirmedUntil: Date | null;
};
/** What a browser is given when it signs in; it becomes known only when no second step is to come. */
export type SignInCookies = { sessionId: string; expiresAt: Date; knownBrowser: string | null };
export type CheckCredentials = (typed: { handle: string; passphrase: string }) => Promise<SignInCookies | null>;
export type EndSession = (sessionId: string) => Promise<void>;

const daySeconds = 86_400;
const challengeSeconds = 300;

function isHttps(): boolean {
  return env().publicUrl.startsWith("https:");
}

/** The prefix makes browsers refuse the cookie from anything but https; a plain http site has to do without. */
function cookieName(name: string): string {
  return `${isHttps() ? "__Secure-" : ""}${name}`;
}

const sessionCookie = () => cookieName("next-auth.session-token");
const knownBrowserCookie = () => cookieName("turnout.known-browser");
const challengeCookie = () => cookieName("turnout.passkey-challenge");
const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() }) as const;

async function readSessionId(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie())?.value;
  if (!value) return null;
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : null;
}

const currentSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await readSessionId();
  const session = sessionId === null ? null : await findLiveSession(sessionId);
  return session?.user.active ? session : null;
});

/** Who gave the right passphrase in this browser and still owes the second step. */
export async function halfSignedIn(): Promise<LiveSession | null> {
  const session = await currentSession();
  return session?.awaitsSecondFactor ? session : null;
}

/**
 * Null when nobody is signed in: no session, one that has ended, expired or awaits its second step, or an account that
 * is suspended.
 */
export const currentActor = cache(async (): Promise<SignedInActor | null> => {
  const session = await currentSession();
  if (session === null || session.awaitsSecondFactor) return null;
  await noteSessionUse(session).catch((error: unknown) =>
    log("warn", { event: "session-hour", ...errorFields(error) }),
  );
  return { ...session.user, sessionHash: session.idHash, confirmedUntil: session.confirmedUntil };
});

function addressWith(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** The actor, or a way to the sign-in page that comes back to `next`. */
export async function requireActor(locale: Locale, next?: string): Promise<SignedInActor> {
  const actor = await currentActor();
  if (actor) return actor;
  const isHalf = (await halfSignedIn()) !== null;
  return redirect(addressWith(`/${locale}/sign-in${isHalf ? "/second-step" : ""}`, next));
}

/**
 * The actor if the role may do this at all; what else must be true of the object is for the write to judge. Whoever
 * lacks the second factor that the role asks for is led to where it is set up.
 */
export async function requireRole(locale: Locale, verb: Verb, next?: string): Promise<SignedInActor> {
  const actor = await requireActor(locale, next);
  const verdict = can(actor, verb);
  if (verdict.allowed) return actor;
  if (verdict.because === "second_factor") return redirect(addressWith(`/${locale}/account/second-step`, next));
  if (verdict.because !== "role") return actor;
  return redirect(`/${locale}/account?refused=role`);
}

/** Makes this browser signed in. For server actions and routes, which alone may set cookies. */
export async function keepSignIn({ sessionId, expiresAt, knownBrowser }: SignInCookies): Promise<void> {
  const maxAge = env().sessionDays * daySeconds;
  const value = await encode({ token: { sid: sessionId }, secret: authSecret(), maxAge });
  (await cookies()).set(sessionCookie(), value, { ...cookieOptions(), expires: expiresAt });
  if (knownBrowser !== null) await keepKnownBrowser(knownBrowser);
}

export async function keepKnownBrowser(knownBrowser: string): Promise<void> {
  (await cookies()).set(knownBrowserCookie(), knownBrowser, { ...cookieOptions(), maxAge: 365 * daySeconds });
}

export async function readKnownBrowser(): Promise<string | null> {
  return (await cookies()).get(knownBrowserCookie())?.value ?? null;
}

/** What this browser needs to answer with a passkey; it opens nothing. */
export async function keepChallenge(kept: string): Promise<void> {
  (await cookies()).set(challengeCookie(), kept, { ...cookieOptions(), sameSite: "strict", maxAge: challengeSeconds });
}

/** Gone with the first answer, right or wrong. */
export async function takeChallenge(): Promise<string | null> {
  const kept = (await cookies()).get(challengeCookie())?.value ?? null;
  if (kept !== null) (await cookies()).set(challengeCookie(), "", { ...cookieOptions(), maxAge: 0 });
  return kept;
}

/** Takes the session from this browser and returns its id, so that the caller ends it for good. */
export async function dropSignIn(): Promise<string | null> {
  const sessionId = await readSessionId();
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
  return sessionId;
}

// What answers without it is our own pages' work; next-auth's pages and its error addresses are never reached.
const openRoutes = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes, closed except for three, with the account's checks handed in by the feature. */
export function authHandler(check: CheckCredentials, end: EndSession) {
  return async (request: NextRequest, context: RouteContext): Promise<Response> => {
    const { nextauth } = await context.params;
    if (!openRoutes.has(`${request.method} ${nextauth.join("/")}`)) return answer(404);
    if (request.method === "POST" && !isSameOrigin(await headers())) return answer(403);
    const response: Response = await callable(NextAuth)(request, context, authOptions(check, end));
    // next-auth reports a failure by leading to its own pages, some with the error's text in the address.
    const target = response.headers.get("Location") ?? "";
    if (response.status >= 400) return answer(response.status);
    return /[?&]error=|\/api\/auth\//.test(target) ? answer(401) : response;
  };
}

function answer(status: number): Response {
  return Response.json({ ok: false }, { status, headers: { "Cache-Control": "no-store" } });
}

/** A package for `require` alone hands its default out differently to the bundler and to Node. */
function callable<T>(imported: T): T {
  const inner = (imported as { default?: T }).default;
  return typeof imported === "function" ? imported : (inner ?? imported);
}

function authOptions(check: CheckCredentials, end: EndSession): NextAuthOptions {
  return {
    secret: authSecret(),
    useSecureCookies: isHttps(),
    session: { strategy: "jwt", maxAge: env().sessionDays * daySeconds },
    pages: { signIn: "/en/sign-in", signOut: "/en/account", error: "/en/sign-in" },
    providers: [
      callable(CredentialsProvider)({
        credentials: { handle: { type: "text" }, passphrase: { type: "password" } },
        authorize: (typed) => authorize(check, typed),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${nextPath(url.replace(baseUrl, ""), "/en/account")}`,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await end(token.sid);
      },
    },
    logger: {
      error: (code) => log("error", { event: "next-auth", errorCode: code }),
      warn: (code) => log("warn", { event: "next-auth", errorCode: code }),
      debug: () => undefined,
    },
  };
}

/** Never throws: next-auth would put the text of the error into the address. */
async function authorize(
  check: CheckCredentials,
  typed: Record<string, string> | undefined,
): Promise<{ id: string } | null> {
  try {
    const accepted = await check({ handle: String(typed?.handle ?? ""), passphrase: String(typed?.passphrase ?? "") });
    if (accepted === null) return null;
    if (accepted.knownBrowser !== null) await keepKnownBrowser(accepted.knownBrowser);
    return { id: accepted.sessionId };
  } catch (error) {
    log("error", { event: "authorize", ...errorFields(error) });
    return null;
  }
}
