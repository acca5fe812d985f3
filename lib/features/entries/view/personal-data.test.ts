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
    sources: [{ url: "https://example.kz/?id=900101300123", quote: "said a@example.org, +7 701 123 45 67" }],
    changes: { "note.ru": "ИИН 900101300123", "quantity.upper": "900101300123" },
  };
  expect(personalDataIn(payload)).toEqual([
    { kind: "phone", found: "+7 701 123 45 67" },
    { kind: "email", found: "a@example.org" },
    { kind: "personal_number", found: "900101300123" },
  ]);
  expect(personalDataIn(null)).toEqual([]);
});
