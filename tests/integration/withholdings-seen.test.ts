import { beforeAll, expect, test } from "vitest";
import { withheldTexts } from "@/lib/features/corrections/view";
import { readRecordForModerators } from "@/lib/features/withholdings/data";
import { liftWithholding } from "@/lib/features/withholdings/mutations/lift";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import { actOfReason, PUBLIC_AGAIN, WITHHELD_BECAUSE } from "@/lib/features/withholdings/view/public-reasons";
import type { Persona, Personas } from "@/prisma/seed/factories";
import { readRecord } from "./support/corrections";
import { personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
/** A record whose text stands in four languages. */
const id = "KZ22-E39";
const asked = { recordId: id, parts: ["text"], scope: "texts", ground: "danger", note: "Names somebody." } as const;
let people: Personas;

beforeAll(async () => {
  people = await personasIn(database.client);
});

function seenBy({ id: readerId }: Persona, invitedById: string | null = null) {
  return readRecordForModerators({ id: readerId, invitedById, role: "moderator", active: true, secured: true }, id);
}

test("a moderator reads the words before they are withheld, and whoever withheld them does not confirm it", () =>
  database.rolledBack(async () => {
    const { bolat, dana } = people;
    const before = await seenBy(bolat);
    expect(before?.confirmsNot).toBeNull();
    const [text] = before?.parts.filter(({ part }) => part === "text") ?? [];
    expect(text?.texts).toContain("Basic food products were put under state price regulation.");
    await placeWithholding(bolat.id, { ...asked, parts: [...asked.parts] });
    expect((await seenBy(bolat))?.confirmsNot).toBe("own_entry");
    expect((await seenBy(dana, bolat.id))?.confirmsNot).toBe("tie_invitee");
    const second = await seenBy(dana);
    expect([second?.confirmsNot, second?.taken]).toEqual([null, expect.arrayContaining(text?.texts ?? ["none"])]);
  }));

test("the log of corrections tells that texts were withheld and put back, and nothing of what they say", () =>
  database.rolledBack(async () => {
    const { bolat, dana } = people;
    const lines = async () => withheldTexts(await readRecord()).filter(({ recordId }) => recordId === id);
    expect(await lines()).toEqual([]);
    const placed = await placeWithholding(bolat.id, { ...asked, parts: [...asked.parts] });
    expect(await lines()).toMatchObject([{ kind: "withheld", revision: null, changes: [] }]);
    if ("refused" in placed) throw new Error(placed.refused);
    await liftWithholding(dana.id, { id: placed.withholdingId, reason: "It names an office." });
    expect((await lines()).map(({ kind }) => kind)).toEqual(["put_back", "withheld"]);
    expect(JSON.stringify(await lines())).not.toContain("office");
  }));

test("withholding a record again leaves what the first time told, and offers nothing of it to be withheld", () =>
  database.rolledBack(async (tx) => {
    const { bolat, dana } = people;
    const whole = { ...asked, parts: [] as string[], scope: "record" as const };
    const first = await placeWithholding(bolat.id, whole);
    if ("refused" in first) throw new Error(first.refused);
    await liftWithholding(dana.id, { id: first.withholdingId, reason: "It names an office." });
    expect((await seenBy(dana))?.parts.map(({ part }) => part)).not.toContain("reason");
    expect(await placeWithholding(bolat.id, whole)).toMatchObject({ withholdingId: expect.any(String) });
    const versions = await tx.revision.findMany({ where: { recordId: id }, orderBy: { number: "asc" } });
    expect(versions.slice(-3).map(({ reason }) => reason)).toEqual([
      WITHHELD_BECAUSE.danger,
      PUBLIC_AGAIN,
      WITHHELD_BECAUSE.danger,
    ]);
    const { revisions } = await readRecord();
    expect(revisions[id]?.slice(-3).map(({ reason }) => actOfReason(reason))).toEqual([
      ...["withheld", "put_back", "withheld"],
    ]);
  }));
