import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { type ActionInput, actionInputSchema } from "@/lib/features/entries/schema/action";
import { readEdition } from "@/lib/features/waves/data";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let people: Personas;
beforeAll(async () => {
  people = await personasIn(database.client);
});

type Typed = Partial<Omit<ActionInput, "sources">>;

/** A strike of the Kazakhmys miners in Zhezkazgan, as typed. */
function typedAction(changes: Typed = {}): ActionInput {
  return actionInputSchema.parse({
    ...{ recordKind: "action", waveId: "kz22", actionType: "strike", stoppage: "yes", scope: "employer" },
    ...{ workforceId: "KZ22-W11", place: "locality zhezkazgan", date: "2022-01-06", precision: "day" },
    ...{ certainty: "claimed", noteLanguage: "en" },
    sources: [{ existing: "KZ22-S4", quote: "the mines stand still", language: "en" }],
    ...changes,
  });
}

const sent = (changes: Typed = {}) =>
  saveDraft(people.chingiz.id, { submissionKey: randomUUID(), payload: typedAction(changes), submit: true });

async function submitted(changes: Typed = {}): Promise<string> {
  const result = await sent(changes);
  if ("refused" in result) throw new Error(JSON.stringify(result));
  return result.entry.id;
}

describe("an action proposed by a contributor", () => {
  it("is published by one moderator as a record with its workforce, its place of that day and its source", () =>
    database.rolledBack(async (tx) => {
      const before = (await readEdition(null)).records[0]?.actions.length ?? 0;
      const entryId = await submitted({ openEnd: "yes", political: "yes", note: "Sat underground." });
      const own = await approveEntry(people.chingiz.id, { entryId, seenVersion: 1 });
      expect(own).toMatchObject({ refused: "role" });
      const approved = await approveEntry(people.bolat.id, { entryId, seenVersion: 1 });
      expect(approved).toMatchObject({ entry: { state: "published" } });
      const { recordId } = await tx.entry.findUniqueOrThrow({ where: { id: entryId } });
      const [record] = (await readEdition(null)).records;
      expect(record?.actions).toHaveLength(before + 1);
      const made = record?.actions.find(({ id }) => id === recordId);
      expect(made).toMatchObject({
        ...{
          type: "strike",
          stoppage: "yes",
          scope: "employer",
          certainty: "claimed",
          political: true,
          general: false,
        },
        // Zhezkazgan was in Karaganda Region until June 2022.
        ...{ localityId: "zhezkazgan", regionId: "KZ-KAR", placePrecision: "locality", workforceIds: ["KZ22-W11"] },
        ...{ note: { en: "Sat underground." }, state: "published", revision: 1 },
      });
      expect(made?.period).toEqual({
        start: {
          earliest: Date.parse("2022-01-05T18:00Z"),
          latest: Date.parse("2022-01-06T18:00Z") - 1,
          precision: "day",
        },
        end: null,
        openEnd: true,
      });
      expect(made?.citations).toMatchObject([{ sourceId: "KZ22-S4", words: "the mines stand still" }]);
      const revisions = await tx.revision.findMany({ where: { recordId: recordId ?? "" } });
      expect(revisions).toMatchObject([{ number: 1, entryId, snapshot: { workforces: ["KZ22-W11"] } }]);
      expect(await verifyAuditChain(db())).toBeNull();
    }));

  it("takes a whole country or a region, and an end to the day", () =>
    database.rolledBack(async () => {
      const entryId = await submitted({
        place: "country",
        endDate: "2022-01-07",
        workforceId: "",
        participants: "miners",
      });
      await approveEntry(people.dana.id, { entryId, seenVersion: 1 });
      const [record] = (await readEdition(null)).records;
      const made = record?.actions.find(({ participants }) => participants?.en === "miners");
      expect(made).toMatchObject({ placePrecision: "country", regionId: null, workforceIds: [] });
      expect(made?.period.end?.latest).toBe(Date.parse("2022-01-07T18:00Z") - 1);
    }));

  it.each([
    [{ actionType: "" }, "actionType", "action_type_missing"],
    [{ workforceId: "" }, "workforceId", "participants_missing"],
    [{ workforceId: "KZ22-W999" }, "workforceId", "workforce_gone"],
    [{ place: "" }, "place", "place_missing"],
    [{ place: "region KZ-33" }, "place", "place_unknown"],
    [{ place: "locality atlantis" }, "place", "place_unknown"],
    [{ date: "2020-01-01" }, "date", "date_outside_wave"],
    [{ endDate: "2022-01-05" }, "endDate", "ends_before_start"],
    [{ endDate: "2022-01-08", openEnd: "yes" }, "openEnd", "open_end_with_end"],
    [{ waveId: "no-such" }, "workforceId", "wave_gone"],
  ] as const)("is refused with %o", (changes, field, code) =>
    database.rolledBack(async () => {
      expect(await sent(changes as Typed)).toMatchObject({ refused: "incomplete", problems: [{ field, code }] });
    }),
  );
});
