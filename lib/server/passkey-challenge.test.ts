import { beforeAll, expect, test } from "vitest";
import { provideSettings } from "@/lib/env";
import { challengeOf, newChallenge } from "./passkey-challenge";

beforeAll(() => provideSettings({ authSecret: "a secret of the tests and of nothing else" }));

const now = new Date("2026-11-29T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("what a browser keeps leads to the same challenge for five minutes, and does not contain it", () => {
  const { kept, text } = newChallenge("sign-in", now);
  expect(challengeOf(kept, "sign-in", later(4.9))?.text).toBe(text);
  expect(challengeOf(kept, "sign-in", later(5))).toBeNull();
  expect(kept).not.toContain(text);
  expect(Buffer.from(text, "base64url")).toHaveLength(32);
});

test("for anything else, prolonged or another browser's, it is another challenge", () => {
  const { kept, text } = newChallenge("confirm\none", now);
  const [number] = kept.split(".");
  const others = [
    challengeOf(kept, "confirm\ntwo", now),
    challengeOf(kept, "add\none", now),
    challengeOf(kept, "sign-in", now),
    challengeOf(`${number}.${later(60).getTime()}`, "confirm\none", now),
    challengeOf(newChallenge("confirm\none", now).kept, "confirm\none", now),
  ];
  for (const other of others) expect(other?.text).toMatch(/^[\w-]{43}$/);
  expect(new Set([text, ...others.map((other) => other?.text)]).size).toBe(6);
});

test.each([null, "", "x", "x.1", `${"a".repeat(43)}.`, `${"a".repeat(43)}.99999999999999`])("none in %j", (kept) =>
  expect(challengeOf(kept, "sign-in", now)).toBeNull(),
);
