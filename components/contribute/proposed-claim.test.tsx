import { text } from "node:stream/consumers";
import { createTranslator } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, it, vi } from "vitest";
import { entryAbout } from "@/lib/features/entries/view/entry-about";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { ProposedClaim, ProposedWiderClaim } from "./proposed-claim";

const messages = await readMessages("en");

vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async (asked: string | { namespace: string }) => {
    const namespace = (typeof asked === "string" ? asked : asked.namespace) as "entries";
    return createTranslator({ locale: "en", messages, timeZone: "UTC", namespace });
  },
}));

const typed = {
  ...{ waveId: "kz22", measure: "attendance", basis: "on_day", date: "2022-01-05", precision: "day" },
  ...{ mode: "number", number: "900", claimant: "press", note: "Алаңда саналған.", noteLanguage: "kk" },
  sources: [{ existing: "KZ22-S4", quote: "900 came", language: "en" }],
};
const about = (of: object) =>
  entryAbout({ payload: { ...typed, ...of }, kind: "new_record" }, [waveRecordOfFiles(readRecordFiles())]);

async function written(element: React.ReactNode): Promise<string> {
  const { prelude } = await prerenderToNodeStream(element);
  return text(prelude);
}

it("says in which language a note is, whatever the figure is of", async () => {
  const note = '<span lang="kk">Алаңда саналған.</span>';
  const { plain } = about({ recordKind: "wider_figure", about: "action KZ22-A18" });
  if (plain === null) throw new Error("No wider figure.");
  expect(await written(<ProposedWiderClaim entry={plain} />)).toContain(note);
  const ofWorkforce = about({ workforceId: "KZ22-W11", actionId: "KZ22-A18" });
  expect(await written(<ProposedClaim entry={ofWorkforce} />)).toContain(note);
});
