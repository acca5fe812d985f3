import { expect, test } from "vitest";
import { acceptInvitationSchema, createInvitationSchema, signInSchema, suspendSchema } from "./schema";

const good = { locale: "en", token: "t", handle: "Chingiz", passphrase: "velvet otter carries nine lanterns" };

function refused(change: Partial<typeof good>): string | undefined {
  const parsed = acceptInvitationSchema.safeParse({ ...good, ...change });
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}

test.each(["Chingiz", "Әйгерім 7", "steppe.fox_2", "Şeref", "زانا-1"])("%s is a pseudonym", (handle) => {
  expect(refused({ handle })).toBeUndefined();
});

test.each([
  ["ab", "handle_short"],
  ["x".repeat(41), "handle_long"],
  ["me@example.org", "handle_letters"],
  ["<b>fox</b>", "handle_letters"],
  ["+7 701 123 45 67", "handle_letters"],
  ["7 701 123 45 67", "handle_number"],
  ["fox 01.02.1990", "handle_number"],
  ["Admin", "handle_reserved"],
  ["M0derator", "handle_reserved"],
  ["Тurnout", "handle_reserved"],
])("%s is none: %s", (handle, message) => {
  expect(refused({ handle })).toBe(message);
});

test.each([
  ["fourteen chars", "passphrase_short"],
  ["y1ъ".repeat(67), "passphrase_long"],
  ["aaaaaaaaaaaaaaaaaaaa", "passphrase_common"],
  ["Correct Horse Battery Staple", "passphrase_common"],
  ["1234567890123456", "passphrase_common"],
  ["I am Chingiz the brave", "passphrase_handle"],
  ["і am сhіngіz the brave", "passphrase_handle"],
])("%s is no passphrase: %s", (passphrase, message) => {
  expect(refused({ passphrase })).toBe(message);
});

test("fifteen characters of any script are enough, and length is counted in letters, not in bytes", () => {
  expect(refused({ passphrase: "қараңғы түн ай" })).toBe("passphrase_short");
  expect(refused({ passphrase: "қараңғы түн айы" })).toBeUndefined();
});

test("what is typed to sign in may be anything that could be right, and one letter has one form", () => {
  const typed = { locale: "kk", handle: "x", passphrase: "e\u0301" };
  expect(signInSchema.parse(typed).passphrase).toBe("\u00e9");
  expect(signInSchema.safeParse({ ...typed, passphrase: "" }).success).toBe(false);
  expect(signInSchema.safeParse({ ...typed, locale: "de" }).success).toBe(false);
});

test("a note that seems to lead to a person is kept only once that was looked at", () => {
  const typed = { locale: "en", role: "contributor", days: "7" };
  const problem = (form: object) => createInvitationSchema.safeParse({ ...typed, ...form }).error?.issues[0]?.message;
  for (const note of ["call +7 701 555 12 34", "dana@example.com"]) {
    expect(problem({ note })).toBe("note_personal");
    expect(problem({ note, noteLooked: "yes" })).toBeUndefined();
  }
  expect(problem({ note: "the second miner" })).toBeUndefined();
});

test("nobody is suspended without a reason, and may be told nothing", () => {
  const userId = "01900000-0000-7000-8000-000000000000";
  expect(suspendSchema.safeParse({ userId, reason: "  " }).error?.issues[0]?.message).toBe("reason_missing");
  expect(suspendSchema.parse({ userId, reason: "why", message: " " })).toEqual({
    userId,
    reason: "why",
    message: null,
  });
});
