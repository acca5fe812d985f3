import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import type { Fields } from "../support/acting";
import { client, newcomer, type People, written } from "../support/people";
import { NOTHING, type Write } from "./write";

const placing = { scope: "record", parts: [] as string[], ground: "danger", note: "For a test." } as const;
/** A figure of the record that nobody took down yet. */
async function nextFigure(): Promise<string> {
  const { id } = await client.record.findFirstOrThrow({
    where: { kind: "figure", state: "published", id: { not: "KZ22-F12" }, withholdings: { none: {} } },
    select: { id: true },
  });
  return id;
}

async function placed(): Promise<Fields> {
  const [{ id }, recordId] = [await newcomer("moderator"), await nextFigure()];
  const done = await written(() => placeWithholding(id, { ...placing, recordId }));
  if ("refused" in done) throw new Error(`${recordId}: ${done.refused}`);
  return { locale: "en", recordId, id: done.withholdingId };
}

/** What a moderator does about a record that is taken down. */
function onWithheld(action: string, more: Fields = {}): Write {
  return {
    ...{ action, may: ["moderator"], ids: { id: NOTHING }, confirmed: true },
    prepare: async ({ moderator }: People) => ({ by: moderator, fields: { ...(await placed()), ...more } }),
  };
}

export const withholdingWrites: Write[] = [
  {
    ...{ action: "placeWithholdingAction", may: ["moderator"], ids: { recordId: "KZ22-F99999" }, confirmed: true },
    prepare: async ({ moderator }) => {
      const { scope, ground, note } = placing;
      return { by: moderator, fields: { locale: "en", recordId: await nextFigure(), scope, ground, note } };
    },
  },
  onWithheld("confirmWithholdingAction", { read: "yes" }),
  onWithheld("liftWithholdingAction", { reason: "It was a test." }),
  {
    ...{ action: "writeNoteAction", may: ["moderator"], ids: { recordId: "KZ22-F99999" }, repeatable: true },
    prepare: async ({ moderator }) => ({
      by: moderator,
      fields: { locale: "en", recordId: "KZ22-F12", text: "A note of a test." },
    }),
  },
];
