"use server";
import { redirect } from "next/navigation";
import { type ActionOutcome, readFiles, signedInAction } from "@/lib/server/action-client";
import { withEvidence } from "../mutations/add-evidence";
import { askCorrection } from "../mutations/ask-correction";
import { editEntry } from "../mutations/edit-entry";
import { rebaseCorrection } from "../mutations/rebase-correction";
import type { EntryRefusal } from "../mutations/refusal";
import { saveDraft } from "../mutations/save-draft";
import { editCorrectionFormSchema, newCorrectionFormSchema } from "../schema/forms";
import { pageAfter } from "./page-after";
import { correctionRefused } from "./refused";

export const saveCorrectionAction = signedInAction(newCorrectionFormSchema, async (actor, form, sent) => {
  const { locale, check, ...saving } = form;
  if (check) return checked(form.payload);
  const result = await withEvidence(await readFiles(sent), (made) => saveDraft(actor.id, saving, made));
  // Sent against a version that is no longer in force it was kept as a draft: its page says so.
  if ("entry" in result) return redirect(pageAfter(locale, result));
  if (result.refused === "already_sent") return redirect(`/${locale}/contribute/${result.entryId}?done=sent_before`);
  return refusedOn(form.payload, result);
});

export const editCorrectionAction = signedInAction(editCorrectionFormSchema, async (actor, form, sent) => {
  const { locale, check, ...changing } = form;
  if (check) return checked(form.payload);
  const result = await withEvidence(await readFiles(sent), (made) => editEntry(actor.id, changing, made));
  return "refused" in result ? refusedOn(form.payload, result) : redirect(pageAfter(locale, result));
});

/** Nothing is saved: the form comes back as it was typed, with what it would change and what would be refused. */
async function checked(payload: unknown): Promise<ActionOutcome> {
  const { refusal, changes, personal } = await askCorrection(payload);
  const outcome: Refused = refusal === null ? { ok: false, formError: "checked" } : await refusedOn(payload, refusal);
  const warnings = personal.length === 0 ? [] : [{ code: "leads_to_person", field: "", found: personal }];
  return { ...outcome, told: { ...outcome.told, warnings, changes } };
}

type Refused = Extract<ActionOutcome, { ok: false }>;

/** What was refused; where the record has changed meanwhile, with the form on its new revision. */
async function refusedOn(payload: unknown, refusal: EntryRefusal): Promise<Refused> {
  const outcome = correctionRefused(refusal);
  const rebased = refusal.refused === "record_changed" ? await rebaseCorrection(payload) : null;
  return rebased === null ? outcome : { ...outcome, instead: rebased.values, told: { moved: rebased.moved } };
}
