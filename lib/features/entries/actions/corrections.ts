"use server";
import { redirect } from "next/navigation";
import { type ActionOutcome, readFiles, signedInAction } from "@/lib/server/action-client";
import { withEvidence } from "../mutations/add-evidence";
import { askCorrection } from "../mutations/ask-correction";
import { editEntry } from "../mutations/edit-entry";
import { saveDraft } from "../mutations/save-draft";
import { editCorrectionFormSchema, newCorrectionFormSchema } from "../schema/forms";
import { correctionRefused } from "./refused";

export const saveCorrectionAction = signedInAction(newCorrectionFormSchema, async (actor, form, sent) => {
  const { locale, submissionKey, payload, submit, check } = form;
  if (check) return checked(payload);
  const save = () => saveDraft(actor.id, { submissionKey, payload, submit });
  const result = await withEvidence(actor.id, await readFiles(sent), save);
  // Sent against a version that is no longer in force it was kept as a draft: its page says so.
  if ("entry" in result)
    return redirect(
      `/${locale}/contribute/${result.entry.id}?done=${result.entry.state === "draft" ? "saved" : "submitted"}`,
    );
  if (result.refused === "already_sent") return redirect(`/${locale}/contribute/${result.entryId}?done=sent_before`);
  return correctionRefused(result);
});

export const editCorrectionAction = signedInAction(editCorrectionFormSchema, async (actor, form, sent) => {
  const { locale, entryId, seenVersion, payload, submit, check } = form;
  if (check) return checked(payload);
  const save = () => editEntry(actor.id, { entryId, seenVersion, payload, submit });
  const result = await withEvidence(actor.id, await readFiles(sent), save);
  if ("refused" in result) return correctionRefused(result);
  return redirect(
    `/${locale}/contribute/${entryId}?done=${result.entry.state === "submitted" ? "submitted" : "saved"}`,
  );
});

/** Nothing is saved: the form comes back as it was typed, with what it would change and what would be refused. */
async function checked(payload: unknown): Promise<ActionOutcome> {
  const { refusal, changes, personal } = await askCorrection(payload);
  const outcome = refusal === null ? { ok: false as const, formError: "checked" } : correctionRefused(refusal);
  const warnings = personal.length === 0 ? [] : [{ code: "leads_to_person", field: "", found: personal }];
  return { ...outcome, told: { warnings, changes } };
}
