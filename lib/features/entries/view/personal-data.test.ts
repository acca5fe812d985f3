import { expect, it, test } from "vitest";
import { RECORD_FIELDS } from "@/lib/domain/record-fields";
import { line, sourceInputSchema, text } from "../schema/input";
import { NEW_RECORD_INPUTS } from "../schema/kinds";
import { personalDataIn, typedTexts } from "./personal-data";

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

/** What is never published, and lines that hold the id of something, a code, a day or a number. */
const NO_WORDS = [
  ...["waveId", "workforceId", "actionId", "asActionId", "employerId", "existing", "place", "supported", "answers"],
  ...["about", "date", "hour", "endDate", "publishedOn", "number", "lower", "upper", "fromCountry"],
  ...["language", "wordsLanguage", "confidentialNote"],
];

it.each(Object.entries({ ...NEW_RECORD_INPUTS, sources: sourceInputSchema }))(
  "of the form of %s every field that takes words is read, and no other",
  (_, { shape }) => {
    for (const [name, field] of Object.entries(shape)) {
      const takesWords = (field === line || field === text) && !NO_WORDS.includes(name);
      expect(typedTexts({ [name]: "Union" }), name).toEqual(takesWords ? ["Union"] : []);
    }
  },
);

it("words of a correction are read by the field they are in, and no code or id among them", () => {
  const fields = Object.values(RECORD_FIELDS).flat();
  const texts = fields.filter(({ shape }) => shape === "texts").map(({ name }) => `${name}.en`);
  const lines = fields.filter(({ name, shape }) => shape === "lines" || name === "title").map(({ name }) => name);
  const words = [...texts, ...lines, "quantity.words", "citations.KZ22-S4.words", "answers.KZ22-D1.ru"];
  for (const name of words) expect(typedTexts({ changes: { [name]: "Union" } }), name).toEqual(["Union"]);
  const codes = fields.filter(({ shape }) => ["choice", "reference", "flag", "language"].includes(shape));
  for (const { name } of [...codes, { name: "answers" }, { name: "workforceIds" }, { name: "quantity.lower" }])
    expect(typedTexts({ changes: { [name]: "union" } }), name).toEqual([]);
});
