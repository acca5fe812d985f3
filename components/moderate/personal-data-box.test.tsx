import { text } from "node:stream/consumers";
import { NextIntlClientProvider } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, it } from "vitest";
import type { FormTools } from "@/components/contribute/use-entry-form";
import type { PutBack } from "@/lib/features/entries/view/put-back";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { PersonalDataBox } from "./personal-data-box";

const tools = { idOf: (name: string) => name } as FormTools;

async function written(locale: Locale, putBack: PutBack[]): Promise<string> {
  const toRead = { personal: [], putBack };
  const box = <PersonalDataBox toRead={toRead} partNames={{ note: "Note" }} tools={tools} />;
  const messages = await readMessages(locale);
  const { prelude } = await prerenderToNodeStream(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {box}
    </NextIntlClientProvider>,
  );
  return text(prelude);
}

it.each(LOCALES)(
  "names in %s each way in which what was taken down would be back, and asks for the tick",
  async (locale) => {
    const html = await written(locale, [
      { as: "part", part: "note" },
      { as: "reason" },
      { as: "words", recordId: "KZ22-F1", found: "Marat Ospanov" },
      { as: "told", recordId: "KZ22-F4", found: "Dina Serik" },
      { as: "quote", recordId: "KZ22-F2", sourceId: "KZ22-S4" },
      { as: "said", recordId: "KZ22-F3" },
    ]);
    for (const said of ["Note", "KZ22-F1", "Marat Ospanov", "KZ22-F2", "KZ22-S4", "KZ22-F3", "Dina Serik"])
      expect(html).toContain(said);
    expect(html.match(/<li/g)).toHaveLength(6);
    expect(html).toContain('name="looked"');
  },
);

it("sends with the tick what was shown above it, and is not there for nothing", async () => {
  expect(await written("en", [])).toBe("");
  const html = await written("en", [
    { as: "words", recordId: "KZ22-F1", found: "Marat\nOspanov" },
    { as: "said", recordId: "KZ22-F3" },
  ]);
  expect(html).toContain('name="shown" value="words KZ22-F1 Marat Ospanov\nsaid KZ22-F3"');
});
