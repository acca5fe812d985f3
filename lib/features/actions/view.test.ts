import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { actionLabel, placeLabel } from "./view";

const record = waveRecordOfFiles(readRecordFiles());

async function labelled(id: string, locale: Locale): Promise<string> {
  const t = createTranslator({ locale, messages: await readMessages(locale), namespace: "pages.action" });
  const action = record.actions.find((one) => one.id === id);
  if (!action) throw new Error(`No ${id}`);
  return actionLabel(action, record, locale, t);
}

describe("the title of an action", () => {
  it.each([
    ["en", "Strike: miners of Kazakhmys, Karaganda Region"],
    ["kk", "Ереуіл: Қазақмыс кеншілері, Қарағанды облысы"],
    ["ru", "Забастовка: шахтёры Казахмыса, Карагандинская область"],
    ["tr", "Grev: Kazakhmys madencileri, Karagandı Eyaleti"],
  ] as const)("is a sentence of %s", async (locale, expected) => {
    expect(await labelled("KZ22-A18", locale)).toBe(expected);
  });

  it("does not say the place twice, in whatever case it stands", async () => {
    expect(await labelled("KZ22-A13", "en")).toBe("Solidarity strike: oil workers of Aktobe Region");
    expect(await labelled("KZ22-A13", "ru")).toBe("Забастовка солидарности: нефтяники Актюбинской области");
    expect(await labelled("KZ22-A14", "kk")).toMatch(/^Ынтымақ ереуілі: Батыс Қазақстан мұнайшылары$/);
    expect(await labelled("KZ22-A5", "tr")).toMatch(/^Genel grev: Mangıstav [^,]+$/);
  });

  it("keeps the capital of a proper name and of nothing else", async () => {
    expect(await labelled("KZ22-A109", "en")).toContain(": contractors' workers at Tengiz");
    expect(await labelled("KZ22-A109", "kk")).toContain(": Теңіздегі");
    expect(await labelled("KZ22-A106", "tr")).toContain(": Kalamkas");
    expect(await labelled("KZ22-A16", "ru")).toContain(": шахтёры АрселорМиттал");
  });

  it("names the place alone when nobody is named, with its site", async () => {
    expect(await labelled("KZ22-A30", "en")).toBe("Rally: Almaty");
    expect(await labelled("KZ22-A2", "en")).toBe("Rally: across the country");
    expect(await labelled("KZ22-A104", "en")).toBe("Rally: Aktau, central square");
    expect(await labelled("KZ22-A29", "en")).toBe("Rally: places not named, Almaty Region");
  });

  it("is there for every action in every language", async () => {
    for (const locale of LOCALES) {
      for (const { id } of record.actions) expect(await labelled(id, locale)).toMatch(/^\S.+: \S/);
    }
  });
});

describe("the place of a record", () => {
  it("is no finer than it is known", () => {
    const t = (key: string) => key;
    const at = { localityId: null, regionId: "KZ-KAR", placePrecision: "region" } as const;
    expect(placeLabel(at, record, "ru", t)).toBe("Карагандинская область");
    expect(placeLabel({ ...at, localityId: "zhezkazgan", placePrecision: "locality" }, record, "en", t)).toBe(
      "Zhezkazgan",
    );
    expect(placeLabel({ ...at, regionId: null, placePrecision: "country" }, record, "en", t)).toBe("country");
  });
});
