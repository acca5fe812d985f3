import { randomUUID } from "node:crypto";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { type Approval, approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import type { EntryResult } from "@/lib/features/entries/mutations/refusal";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { type FigureInput, figureInputSchema } from "@/lib/features/entries/schema/figure";
import { type SolidarityInput, solidarityInputSchema } from "@/lib/features/entries/schema/solidarity";
import { personalDataIn } from "@/lib/features/entries/view/personal-data";
import { namesOfRead } from "@/lib/features/entries/view/to-read";
import type { DatabaseClient } from "@/lib/server/db";
import { createPersonas, createSecondFactors, type Personas } from "@/prisma/seed/factories";

/** The form of the hash is all the database asks for; nobody signs in here. */
const hashForm = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$bm90LWEtaGFzaA";

export function personasIn(client: DatabaseClient): Promise<Personas> {
  return createPersonas(client, hashForm);
}

/** One more moderator, for a third opinion. */
export async function createModerator(client: DatabaseClient, handle: string): Promise<string> {
  const made = await client.user.create({
    data: { handle, handleKey: handle, passphraseHash: hashForm, role: "moderator" },
  });
  await createSecondFactors(client, [made.id]);
  return made.id;
}

type Typed = Partial<Omit<FigureInput, "sources">> & { sources?: Partial<FigureInput["sources"][number]>[] };

/** A complete figure about the Kazakhmys miners, as typed; one approval is enough for it. */
export function typedFigure(changes: Typed = {}): FigureInput {
  return figureInputSchema.parse({
    waveId: "kz22",
    workforceId: "KZ22-W11",
    actionId: "KZ22-A18",
    measure: "workers_directly_involved",
    basis: "on_day",
    date: "2022-01-05",
    precision: "day",
    mode: "number",
    number: "1 200",
    bound: "exactly",
    claimant: "union",
    claimantName: "Miners' union",
    noteLanguage: "en",
    sources: [{ existing: "KZ22-S4", quote: "1,200 miners did not go down", language: "en" }],
    ...changes,
  });
}

/** A submitted entry of the author, for what comes after. */
export async function submittedEntry(authorId: string, changes: Typed = {}): Promise<string> {
  const result = await saveDraft(authorId, {
    submissionKey: randomUUID(),
    payload: typedFigure(changes),
    submit: true,
  });
  if ("refused" in result) throw new Error(`Not submitted: ${JSON.stringify(result)}`);
  return result.entry.id;
}

/** An approval as the page sends it with its tick, once more where the reason says what the page could not know. */
export async function approveHavingRead(moderatorId: string, asked: Approval): Promise<EntryResult> {
  const { payload = null, putBack = [] } = (await readModeratedEntry(asked.entryId)) ?? {};
  const shown = namesOfRead({ personal: personalDataIn(payload), putBack });
  const first = await approveEntry(moderatorId, { ...asked, looked: shown });
  if (!("refused" in first) || first.refused !== "personal_data") return first;
  return approveEntry(moderatorId, { ...asked, looked: [...shown, ...namesOfRead(first.told)] });
}

type TypedSupport = Partial<Omit<SolidarityInput, "sources">> & {
  sources?: Partial<SolidarityInput["sources"][number]>[];
};

/** A statement of a Turkish union for the strike of the Kazakhmys miners, as typed; one approval is enough for it. */
export function typedSolidarity(changes: TypedSupport = {}): SolidarityInput {
  return solidarityInputSchema.parse({
    ...{ recordKind: "solidarity", waveId: "kz22", solidarityKind: "statement", supporterKind: "organisation" },
    ...{
      supporterName: "Maden-İş",
      fromCountry: "TR",
      supported: "KZ22-A18",
      text: "The union stands with the miners.",
    },
    ...{ textLanguage: "en", date: "2022-01-06", precision: "day", noteLanguage: "en" },
    sources: [{ existing: "KZ22-S4", quote: "we stand with the miners", language: "en" }],
    ...changes,
  });
}

export async function submittedSolidarity(authorId: string, changes: TypedSupport = {}): Promise<string> {
  const payload = typedSolidarity(changes);
  const result = await saveDraft(authorId, { submissionKey: randomUUID(), payload, submit: true });
  if ("refused" in result) throw new Error(`Not submitted: ${JSON.stringify(result)}`);
  return result.entry.id;
}
