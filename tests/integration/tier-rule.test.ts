import { expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { readQueueFilter } from "@/lib/features/entries/schema/queue-filter";
import { submittedCorrection, typedCorrection } from "./support/corrections";
import { personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const retelling = { existing: "KZ22-S1", quote: "1,200 miners", language: "en" };
const firstHand = { existing: "KZ22-S4", quote: "1,200 miners did not go down", language: "en" };

test("second-tier sources alone need a reason that readers see, one of the first tier beside them does not", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const alone = { entryId: await submittedEntry(chingiz.id, { sources: [retelling] }), seenVersion: 1 };
    for (const reason of [null, "  "])
      expect(await approveEntry(bolat.id, { ...alone, reason })).toEqual({ refused: "tier_two_reason" });
    expect(await tx.decision.count({ where: { entryId: alone.entryId } })).toBe(0);
    const both = await submittedEntry(chingiz.id, { number: "1 201", sources: [retelling, firstHand] });
    expect(await approveEntry(bolat.id, { entryId: both, seenVersion: 1 })).toHaveProperty("entry");
    const reason = "The article saw it itself.";
    expect(await approveEntry(bolat.id, { ...alone, reason })).toMatchObject({ entry: { state: "published" } });
  });
});

test("an address on record has the tier of the record, whatever its contributor says", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const { url } = await tx.source.findFirstOrThrow({ where: { tier: "two", url: { startsWith: "https" } } });
    const sources = [{ url: url ?? "", title: "Again", language: "en", tier: "one", quote: "1,200" } as const];
    const entryId = await submittedEntry(chingiz.id, { sources });
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toEqual({ refused: "tier_two_reason" });
  });
});

test("the reason of the first of two approvals is enough", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id, { number: "20 000", sources: [retelling] });
    const first = await approveEntry(bolat.id, { entryId, seenVersion: 1, reason: "Nobody else could enter." });
    expect(first).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approveEntry(dana.id, { entryId, seenVersion: 1 })).toMatchObject({ entry: { state: "published" } });
  });
});

test("a bulk approval without a reason says beforehand that it will leave them as they are", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const alone = await submittedEntry(chingiz.id, { sources: [retelling] });
    const both = await submittedEntry(chingiz.id, { number: "1 201", sources: [retelling, firstHand] });
    const { filter } = readQueueFilter({});
    const told = async (reason: string) => {
      const prepared = await prepareBulk(bolat.id, { filter, verb: "approve", reason, withHeld: false });
      if ("refused" in prepared) throw new Error(prepared.refused);
      const items = await tx.bulkItem.findMany({ where: { bulkId: prepared.bulkId } });
      return Object.fromEntries(items.map(({ entryId, because }) => [entryId, because]));
    };
    expect(await told("")).toEqual({ [alone]: "tier_two_reason", [both]: null });
    expect(await told("Seen by both papers.")).toEqual({ [alone]: null, [both]: null });
  });
});

test("a correction is held to it only where it takes the last first-tier source away", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const own = await submittedEntry(chingiz.id, { sources: [retelling, firstHand] });
    const made = await approveEntry(bolat.id, { entryId: own, seenVersion: 1 });
    if ("refused" in made || made.entry.recordId === null) throw new Error("Not published.");
    const id = made.entry.recordId;
    const note = await submittedCorrection(
      chingiz.id,
      typedCorrection(id, { "note.en": "Day shift." }, { grounds: "cited" }),
    );
    expect(await approveEntry(bolat.id, { entryId: note, seenVersion: 1 })).toHaveProperty("entry");
    const taken = typedCorrection(id, { "citations.KZ22-S4.remove": "yes" }, { grounds: "cited" });
    const loses = await submittedCorrection(chingiz.id, taken);
    expect(await approveEntry(bolat.id, { entryId: loses, seenVersion: 1 })).toEqual({ refused: "tier_two_reason" });
  });
});
