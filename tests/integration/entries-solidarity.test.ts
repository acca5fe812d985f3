import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { countSolidarity } from "@/lib/domain/solidarity";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import type { EntryResult } from "@/lib/features/entries/mutations/refusal";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { moderatedEntryView } from "@/lib/features/entries/view/moderated-entry";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { holdsNow, publishedCorrection, readRecord, typedRetraction } from "./support/corrections";
import { personasIn, submittedSolidarity, typedFigure, typedSolidarity } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const save = (authorId: string, payload: unknown) =>
  saveDraft(authorId, { submissionKey: randomUUID(), payload, submit: true });

function recordIdOf(result: EntryResult): string {
  if ("refused" in result || result.entry.recordId === null)
    throw new Error(`Not published: ${JSON.stringify(result)}`);
  return result.entry.recordId;
}

test("one approval publishes an act of support with its new source, which everybody then reads without its author", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedSolidarity(chingiz.id, {
      ...{ solidarityKind: "fund", amountUnit: "currency", lower: "5000", words: "5,000 euros" },
      confidentialNote: "From a friend in the union.",
      sources: [
        {
          url: "https://example.org/union",
          title: "Union paper",
          language: "tr",
          kind: "union",
          tier: "one",
          quote: "destek",
        },
      ],
    });
    const id = recordIdOf(await approveEntry(bolat.id, { entryId, seenVersion: 1 }));
    await holdsNow(tx);
    const record = await readRecord();
    const act = record.solidarity.find((row) => row.id === id);
    expect(act).toMatchObject({
      ...{ kind: "fund", supporterKind: "organisation", fromCountry: "TR", toActionId: "KZ22-A18", asActionId: null },
      ...{ workforceId: null, supporterName: { en: "Maden-İş", kk: "Maden-İş", ru: "Maden-İş", tr: "Maden-İş" } },
      ...{ text: { en: "The union stands with the miners." }, state: "published", revision: 1 },
      amount: { lower: 5000, upper: null, unit: "currency", unknown: null, words: "5,000 euros" },
    });
    // A day on the clock of the strike that was supported.
    expect(act?.givenAt).toEqual({
      ...{ earliest: Date.parse("2022-01-06T00:00+06:00"), latest: Date.parse("2022-01-07T00:00+06:00") - 1 },
      precision: "day",
    });
    expect(act?.citations).toMatchObject([{ words: "destek", wordsLanguage: "tr", contradicts: false }]);
    expect(record.sources.some((source) => source.id === act?.citations[0]?.sourceId)).toBe(true);
    expect(record.approvals[id]?.[1]).toHaveLength(1);
    const said = JSON.stringify(record);
    expect(said).not.toContain("friend in the union");
    expect(said).not.toContain(chingiz.id);
    expect(await verifyAuditChain(tx)).toBeNull();
  });
});

test("support of 10,000 people needs two moderators", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const rally = { solidarityKind: "rally", amountUnit: "people", lower: "12000" } as const;
    const entryId = await submittedSolidarity(chingiz.id, rally);
    const row = await readModeratedEntry(entryId);
    const viewer = { ...bolat, invitedById: null, active: true, secured: true };
    expect(row && moderatedEntryView(row, [await readRecord()], viewer)).toMatchObject({
      ...{ required: 2, reasons: ["many_people"], problems: [] },
    });
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toMatchObject({
      entry: { state: "approved_once" },
    });
    recordIdOf(await approveEntry(dana.id, { entryId, seenVersion: 1 }));
  });
});

test("a sympathy strike that is published as support is no strike more", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const before = countSolidarity(await readRecord());
    const actions = await tx.action.count();
    const strike = {
      solidarityKind: "solidarity_strike",
      supporterKind: "workforce",
      supporterName: "",
      workforceId: "KZ22-W10",
      fromCountry: "KZ",
      asActionId: "KZ22-A17",
    } as const;
    for (const date of ["2022-01-04", "2022-01-05"]) {
      const entryId = await submittedSolidarity(chingiz.id, { ...strike, date });
      recordIdOf(await approveEntry(bolat.id, { entryId, seenVersion: 1 }));
    }
    const record = await readRecord();
    const after = countSolidarity(record);
    expect(after.acts).toBe(before.acts + 2);
    // Named by two acts, it is one of the record's strikes in support of others, and the record has no action more.
    expect(after.strikes.toSorted()).toEqual([...before.strikes, "KZ22-A17"].toSorted());
    expect(await tx.action.count()).toBe(actions);
    expect(record.solidarity.at(-1)?.supporterName.ru).toBe(
      record.workforces.find(({ id }) => id === "KZ22-W10")?.names.ru,
    );
  });
});

test("what only the record knows is checked: actions, workforces, sources, days, waves", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const problems = async (changes: Parameters<typeof typedSolidarity>[0]) => {
      const result = await save(chingiz.id, typedSolidarity(changes));
      return "refused" in result && result.refused === "incomplete" ? result.problems : [];
    };
    const at = (field: string, code: string) => [{ field, code }];
    expect(await problems({ supported: "KZ22-A999" })).toEqual(at("supported", "action_gone"));
    expect(await problems({ supported: "KZ22-F12" })).toEqual(at("supported", "action_gone"));
    expect(await problems({ asActionId: "KZ22-A999" })).toEqual(at("asActionId", "action_gone"));
    const workforce = { supporterKind: "workforce", workforceId: "KZ22-W999" } as const;
    expect(await problems(workforce)).toEqual(at("workforceId", "workforce_gone"));
    const source = [{ existing: "KZ22-S999", quote: "x" }];
    expect(await problems({ sources: source })).toEqual(at("sources.0.existing", "source_unknown"));
    expect(await problems({ date: "2024-01-01" })).toEqual(at("date", "date_outside_wave"));
    expect(await problems({ waveId: "nowhere" })).toEqual(at("workforceId", "wave_gone"));
    expect(await db().entry.count()).toBe(0);
  });
});

test("what was supported and then retracted can no longer be approved", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedSolidarity(chingiz.id, { supported: "KZ22-A114" });
    const people = { author: chingiz.id, first: bolat.id, second: dana.id };
    await publishedCorrection(people, typedRetraction("KZ22-A114"));
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toEqual({
      ...{ refused: "incomplete", problems: [{ field: "supported", code: "action_gone" }] },
    });
  });
});

test("an entry stays the kind of record it began as", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const entryId = await submittedSolidarity(chingiz.id);
    const edit = { entryId, seenVersion: 1, payload: typedFigure(), submit: true };
    expect(await editEntry(chingiz.id, edit)).toMatchObject({ refused: "incomplete" });
    const other = { ...edit, payload: typedSolidarity({ text: "The union repeats it." }) };
    expect(await editEntry(chingiz.id, other)).toMatchObject({ entry: { state: "submitted", version: 2 } });
  });
});

test("nobody approves their own support, and a contributor approves nothing", async () => {
  await database.rolledBack(async (tx) => {
    const { bolat, erlan, aigerim } = await personasIn(tx);
    const entryId = await submittedSolidarity(bolat.id);
    for (const [who, refused] of [
      [bolat, "own_entry"],
      [erlan, "role"],
      [aigerim, "role"],
    ] as const) {
      expect(await approveEntry(who.id, { entryId, seenVersion: 1 })).toEqual({ refused });
    }
    expect((await readRecord()).solidarity).toHaveLength(16);
  });
});

const rounds = 40;

test(`of two approvals at once one publishes, and of two forms with one key one entry is made, ${rounds} times`, async () => {
  const { client } = database;
  const { bolat, dana, chingiz } = await personasIn(client);
  const before = await client.solidarity.count();
  for (let round = 0; round < rounds; round++) {
    const submissionKey = randomUUID();
    const payload = typedSolidarity({ supporterName: `Union ${round}` });
    const send = () => saveDraft(chingiz.id, { submissionKey, payload, submit: true });
    const sent = (await database.race(send, send)).map((one) => (one.status === "fulfilled" ? one.value : null));
    const ids = new Set(sent.map((one) => (one && "entry" in one ? one.entry.id : "none")));
    expect(ids.size).toBe(1);
    const [entryId = ""] = ids;
    const vote = (id: string) => () => approveEntry(id, { entryId, seenVersion: 1 });
    const votes = (await database.race(vote(bolat.id), vote(dana.id))).map((one) =>
      one.status === "fulfilled" ? one.value : null,
    );
    expect(votes.filter((one) => one && "entry" in one)).toHaveLength(1);
    expect(votes.filter((one) => one && "refused" in one && one.refused === "lost_race")).toHaveLength(1);
    expect(await client.revision.count({ where: { entryId } })).toBe(1);
  }
  expect(await client.solidarity.count()).toBe(before + rounds);
  expect(await verifyAuditChain(client)).toBeNull();
}, 120_000);
