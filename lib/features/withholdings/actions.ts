"use server";
import { redirect } from "next/navigation";
import { type ActionOutcome, confirmedAction, signedInAction } from "@/lib/server/action-client";
import type { Locale } from "@/lib/shared/i18n/locales";
import { confirmWithholding } from "./mutations/confirm";
import { liftWithholding } from "./mutations/lift";
import { placeWithholding } from "./mutations/place";
import type { WithholdingResult } from "./mutations/refusal";
import { writeNote } from "./mutations/write-note";
import { confirmFormSchema, liftFormSchema, noteFormSchema, placeFormSchema } from "./schema";

function answer(result: WithholdingResult, locale: Locale, recordId: string): ActionOutcome {
  if ("refused" in result) return { ok: false, formError: result.refused };
  return redirect(`/${locale}/moderate/records/${recordId}`);
}

/** Each changes at once what the public reads. */
export const placeWithholdingAction = confirmedAction(placeFormSchema, async (actor, { locale, ...placing }) =>
  answer(await placeWithholding(actor.id, placing), locale, placing.recordId),
);

export const confirmWithholdingAction = confirmedAction(confirmFormSchema, async (actor, { locale, recordId, id }) =>
  answer(await confirmWithholding(actor.id, id), locale, recordId),
);

export const liftWithholdingAction = confirmedAction(liftFormSchema, async (actor, { locale, recordId, id, reason }) =>
  answer(await liftWithholding(actor.id, { id, reason }), locale, recordId),
);

export const writeNoteAction = signedInAction(noteFormSchema, async (actor, { locale, about, text, selection }) => {
  const result = await writeNote(actor.id, { about, text });
  if ("refused" in result) return { ok: false, formError: result.refused };
  const page = "entryId" in about ? about.entryId : `records/${about.recordId}`;
  return redirect(`/${locale}/moderate/${page}${selection}#notes`);
});
