import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { exact } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { recordView } from "../view";
import { citationFile } from "./citation";
import { recordJson } from "./json";

const record = waveRecordOfFiles(readRecordFiles());

async function view(id: string, changed: WaveRecord = record) {
  const translator = { locale: "en", messages: await readMessages("en"), timeZone: "UTC" } as const;
  const t = createTranslator({ ...translator, namespace: "record" });
  const made = recordView(
    [changed],
    { id, publicUrl: "https://turnout.example" },
    {
      locale: "en",
      record: (key, values) => t(key, values),
      action: createTranslator({ ...translator, namespace: "pages.action" }),
      moment: createTranslator({ ...translator, namespace: "site.moment" }),
      quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
    },
  );
  if (made === null) throw new Error(`No view of ${id}`);
  return made;
}

describe("history, decisions and citation", () => {
  const day = (date: string) => Date.parse(`${date}T06:00Z`);
  const row = record.figures.find(({ id }) => id === "KZ22-F12") ?? record.figures[0];
  if (row === undefined) throw new Error("The record has no figures.");
  const corrected = { ...row, revision: 2, recordedAt: day("2026-12-01"), quantity: exact(50, "percent") };
  const gone = { ...corrected, revision: 3, recordedAt: day("2026-12-03"), state: "retracted" as const };
  const revised: WaveRecord = {
    ...record,
    figures: record.figures.map((one) => (one.id === row.id ? gone : one)),
    revisions: {
      "KZ22-F12": [
        { number: 1, recordedAt: row.recordedAt, retracts: false, reason: null, row },
        { number: 2, recordedAt: day("2026-12-01"), retracts: false, reason: { tr: "Yanlış okundu." }, row: corrected },
        {
          number: 3,
          recordedAt: day("2026-12-03"),
          retracts: true,
          reason: { en: "It is an ownership share." },
          row: gone,
        },
      ],
    },
    approvals: {
      "KZ22-F12": {
        2: [
          { on: "2026-11-30", reason: null },
          { on: "2026-12-01", reason: "The company says the same." },
        ],
        3: [
          { on: "2026-12-03", reason: null },
          { on: "2026-12-03", reason: null },
        ],
      },
    },
  };

  it("show every version, newest first, with its reason and what it changed, and lead to the page as it was", async () => {
    const { history } = await view("KZ22-F12", revised);
    expect(history.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(history[1]).toMatchObject({
      recorded: "1 December 2026",
      reason: { text: "Yanlış okundu.", language: "tr" },
    });
    expect(history[1]?.changes?.map(({ path }) => path)).toContain("quantity");
    expect(history[1]?.asThen?.href).toBe("/en/records/KZ22-F12?known_on=2026-12-01");
    expect(history[2]?.changes).toBeNull();
    expect((await view("KZ22-F12")).history).toMatchObject([{ number: 1, asThen: null }]);
  });

  it("hide a version of a day behind the last one of that day, which is what the day is known by", async () => {
    const [first, second, third] = revised.revisions["KZ22-F12"] ?? [];
    if (!first || !second || !third) throw new Error("There are no three versions.");
    const sameDay = [first, { ...second, recordedAt: day("2026-12-03") }, third];
    const { history } = await view("KZ22-F12", { ...revised, revisions: { "KZ22-F12": sameDay } });
    expect(history.map(({ asThen }) => asThen !== null)).toEqual([true, false, true]);
  });

  it("say of a workforce that was added while its wave was prepared that nobody decided about it", async () => {
    const [workforce] = record.workforces;
    if (!workforce) throw new Error("There is no workforce.");
    const prepared = { ...record, approvals: { ...record.approvals, [workforce.id]: { 1: [] } } };
    const { decisions } = await view(workforce.id, prepared);
    expect(decisions.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Revision 1: added by whoever prepared/),
    ]);
  });

  it("say how many people approved on which days and why, and that the first version was loaded", async () => {
    const { decisions } = await view("KZ22-F12", revised);
    expect(decisions.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Revision 1: loaded with the first record of this wave/),
      "Revision 2: approved by 2 moderators on 30 November 2026 and 1 December 2026. Nobody decides on their own proposal.",
      "Revision 3, the retraction: approved by 2 moderators on 3 December 2026. Nobody decides on their own proposal.",
      "Marked as disputed.",
    ]);
    expect(decisions[1]?.reasons.map(({ label, part }) => [label, part.text])).toEqual([
      ["Public reason of the correction", "Yanlış okundu."],
      ["What a moderator wrote on approving it", "The company says the same."],
    ]);
    expect(decisions[2]?.reasons.map(({ label }) => label)).toEqual(["Public reason of the retraction"]);
    expect(decisions[3]?.reasons[0]?.part.text).toMatch(/ownership share/);
  });

  it("say of a source that came in beside a claim that it was approved with it, not that it was loaded", async () => {
    const beside = { ...record, approvals: { "KZ22-S1": { 1: [] } } };
    expect((await view("KZ22-S1", beside)).decisions[0]?.text).toMatch(
      /^Revision 1: came in as a source beside a claim/,
    );
  });

  it("say what the day of a loaded version stands for: that of a source, or that everything was told by then", async () => {
    const dated = record.figures.find(({ citations }) =>
      citations.some(({ sourceId }) => record.sources.find(({ id }) => id === sourceId)?.publishedOn === "2022-01-15"),
    );
    const source = (await view("KZ22-F119")).history[0];
    expect(dated).toBeDefined();
    expect(source?.dayNote).toBe("the day on which a source of it was published");
    const undated = { ...record, sources: record.sources.map((one) => ({ ...one, publishedOn: null })) };
    expect((await view("KZ22-F119", undated)).history[0]?.dayNote).toMatch(/by this day all of it had been told$/);
  });

  it("give a retracted record its reason in the language it was told in", async () => {
    const made = await view("KZ22-F12", revised);
    const { retracted } = made;
    expect(retracted).toEqual({
      reason: { text: "It is an ownership share.", href: null, language: null },
      day: "3 December 2026",
    });
    expect(made.citation).toContain("(retracted)");
    expect(citationFile(made, "ris")).toContain("(retracted)");
    expect(made.claims?.claims.find(({ isThis }) => isThis)?.standing ?? "Retracted").toBe("Retracted");
  });

  it("name the record, its revision and its permanent address", async () => {
    const { citation } = await view("KZ22-F12");
    expect(citation).toContain("record KZ22-F12");
    expect(citation).toContain("“Participation rate: 75 % (disputed)”");
    expect(citation).toContain("as known on 22 November 2026");
    expect(citation).toContain("https://turnout.example/records/KZ22-F12?known_on=2026-11-22");
  });

  it("come as a file that no sign in a title can break", async () => {
    const made = await view("KZ22-F12");
    const cited = { ...made, cited: { ...made.cited, title: "50 % {of\n} A_B" } };
    expect(citationFile(cited, "bib")).toContain("title = {{50 \\% \\{of \\} A\\_B (KZ22-F12)}},");
    const lines = citationFile(cited, "ris").split("\r\n");
    expect(lines.filter((line) => line !== "").every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
    expect(lines).toContain("UR  - https://turnout.example/records/KZ22-F12?known_on=2026-11-22");
  });

  it("stand in the file for machines with every change, and with nobody's name", () => {
    const json = recordJson([revised], "KZ22-F12", "https://turnout.example");
    expect(json).toMatchObject({
      history: [
        { revision: 1, approvals: null, changes: [] },
        {
          revision: 2,
          recorded_at: "2026-12-01T06:00:00.000Z",
          approvals: [{ on: "2026-11-30" }, { on: "2026-12-01" }],
        },
        { revision: 3, retracts: true, reason: { en: "It is an ownership share." } },
      ],
    });
  });
});
