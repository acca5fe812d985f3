import { expect, test } from "vitest";
import { personalDataIn } from "./personal-data";

test("every text that would be published is looked at, each find told once", () => {
  const payload = {
    ...{
      waveId: "kz22",
      note: "Ask +7 701 123 45 67.",
      confidentialNote: "My address is a@example.kz.",
      number: "900101300123",
    },
    sources: [
      { url: "https://example.kz/2022/01/05/12345-1766543210.html", quote: "said a@example.org, +7 701 123 45 67" },
    ],
    changes: { "note.ru": "ИИН 900101300123", "quantity.upper": "900101300123" },
  };
  expect(personalDataIn(payload)).toEqual([
    { kind: "phone", found: "+7 701 123 45 67" },
    { kind: "email", found: "a@example.org" },
    { kind: "personal_number", found: "900101300123" },
  ]);
  expect(personalDataIn(null)).toEqual([]);
});

test("of an address what follows its host is looked at, and dates and numbers of articles are nobody's", () => {
  const foundIn = (url: string) => personalDataIn({ sources: [{ url }] }).map(({ kind }) => kind);
  expect(foundIn("https://wa.me/77011234567")).toEqual(["phone"]);
  expect(foundIn("https://example.kz/?mail=dina%40example.kz")).toEqual(["email"]);
  expect(foundIn("https://example.kz/people?id=900101300123")).toEqual(["personal_number"]);
  expect(foundIn("https://web.archive.org/web/20220105123456/https://example.kz/2022/01/05/1234")).toEqual([]);
  expect(foundIn("https://t.me/channel/12345?before=67890")).toEqual([]);
});
