"use server";
import { redirect } from "next/navigation";
import { type ActionOutcome, readFiles, signedInAction } from "@/lib/server/action-client";
import { withEvidence } from "../mutations/add-evidence";
import { askCorrection } from "../mutations/ask-correction";
import { editEntry } from "../mutations/edit-entry";
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
  return correctionRefused(result);
});

export const editCorrectionAction = signedInAction(editCorrectionFormSchema, async (actor, form, sent) => {
  const { locale, check, ...changing } = form;
  if (check) return checked(form.payload);
  const result = await withEvidence(await readFiles(sent), (made) => editEntry(actor.id, changing, made));
  return "refused" in result ? correctionRefused(result) : redirect(pageAfter(locale, result));
});

/** Nothing is saved: the form comes back as it was typed, with what it would change and what would be refused. */
async function checked(payload: unknown): Promise<ActionOutcome> {
  const { refusal, changes, personal } = await askCorrection(payload);
  const outcome = refusal === null ? { ok: false as const, formError: "checked" } : correctionRefused(refusal);
  const warnings = personal.length === 0 ? [] : [{ code: "leads_to_person", field: "", found: personal }];
  return { ...outcome, told: { warnings, changes } };
}
