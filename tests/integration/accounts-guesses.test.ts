import { expect, test } from "vitest";
import { signIn } from "@/lib/features/accounts/mutations/sign-in";
import { isKnownBrowser } from "@/lib/server/known-browser";
import { longestDelayMs } from "@/lib/server/sign-in-limit";
import { firstAdministrator, invited, passphrase } from "./support/accounts";
import { testDatabase } from "./support/test-database";

const database = testDatabase();
const guesses = 60;
const wrong = { ok: false, because: "wrong" };

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  return { value: await work(), ms: performance.now() - start };
}

test("sixty wrong guesses slow strangers and never shut the owner out", () =>
  database.committed(async () => {
    const owner = await invited(await firstAdministrator(), "contributor", "Chingiz");
    const guess = (at: number) =>
      signIn({ handle: "Chingiz", passphrase: `a guess with the number ${at}`, knownBrowser: null });
    const answers = await Promise.all(Array.from({ length: guesses }, (_, at) => guess(at)));
    expect(answers).toEqual(Array(guesses).fill(wrong));

    const { knownBrowser } = owner;
    const known = await timed(() => signIn({ handle: "Chingiz", passphrase, knownBrowser }));
    expect(known.value.ok).toBe(true);
    expect(known.ms).toBeLessThan(1500);

    const unknown = await timed(() => signIn({ handle: "Chingiz", passphrase, knownBrowser: null }));
    expect(unknown.value.ok).toBe(true);
    expect(unknown.ms).toBeGreaterThan(longestDelayMs - 100);
    expect(unknown.ms).toBeLessThan(longestDelayMs + 2500);

    const afterwards = await timed(() => signIn({ handle: "Chingiz", passphrase, knownBrowser: null }));
    expect(afterwards.ms).toBeLessThan(1500);
  }));

test("a known browser is known for its own account only, and not when made up", () =>
  database.committed(async () => {
    const row = await database.client.user.findFirstOrThrow({ where: { handle: "Chingiz" } });
    const owner = { ...row, secured: false };
    const { knownBrowser } = (await signIn({ handle: "Chingiz", passphrase, knownBrowser: null })) as {
      knownBrowser: string;
    };
    expect(isKnownBrowser(knownBrowser, owner)).toBe(true);
    expect(isKnownBrowser(knownBrowser, { ...owner, id: "01900000-0000-7000-8000-000000000000" })).toBe(false);
    expect(isKnownBrowser(knownBrowser, { ...owner, passphraseHash: "$argon2id$another" })).toBe(false);
    expect(isKnownBrowser(knownBrowser, { ...owner, secured: true })).toBe(false);
    expect(isKnownBrowser(`${knownBrowser}x`, owner)).toBe(false);
    for (const made of [null, "", ".", knownBrowser.split(".")[0] ?? ""])
      expect(isKnownBrowser(made, owner)).toBe(false);
  }));

test("guesses from a stolen known browser are slowed as well", () =>
  database.committed(async () => {
    const { knownBrowser } = (await signIn({ handle: "Chingiz", passphrase, knownBrowser: null })) as {
      knownBrowser: string;
    };
    const sent = await timed(() =>
      Promise.all(
        Array.from({ length: 4 }, (_, at) =>
          signIn({ handle: "Chingiz", passphrase: `a guess with the number ${at}`, knownBrowser }),
        ),
      ),
    );
    expect(sent.value).toEqual(Array(4).fill(wrong));
    expect(sent.ms).toBeGreaterThan(790);
  }));

test("a missing account takes the same work and gives the same answer", () =>
  database.committed(async () => {
    const attempt = (handle: string) =>
      timed(() => signIn({ handle, passphrase: "not the right words", knownBrowser: null }));
    await attempt("warm up the stand-in");
    const missing = await attempt("Nobody here");
    const present = await attempt("Chingiz");
    expect(missing.value).toEqual(wrong);
    expect(present.value).toEqual(wrong);
    // A hash takes about 30 ms here and a look-up about 2: without the stand-in the first would be far below half.
    expect(missing.ms).toBeGreaterThan(present.ms / 3);
  }));

test("counters name nobody", async () => {
  const rows = await database.client.rateLimiterFlexible.findMany();
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) expect(key).toMatch(/^sign-in:[\w-]{43}$/);
});
