"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import { type ActionOutcome, confirmedAction, readFiles, signedInAction } from "@/lib/server/action-client";
import type { SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { withQuery } from "@/lib/shared/search-params";
import { pageAfter } from "./actions/page-after";
import { readyReason } from "./actions/ready-reason";
import { refused } from "./actions/refused";
import { removeEvidence, withEvidence } from "./mutations/add-evidence";
import { approveEntry } from "./mutations/approve-entry";
import { askProblems, askWarnings } from "./mutations/ask-warnings";
import { type EditInput, editEntry } from "./mutations/edit-entry";
import { markUnverifiable } from "./mutations/mark-unverifiable";
import type { EntryRefusal, EntryResult } from "./mutations/refusal";
import { rejectEntry } from "./mutations/reject-entry";
import { reopenEntry } from "./mutations/reopen-entry";
import { requestChanges } from "./mutations/request-changes";
import { type SaveInput, saveDraft } from "./mutations/save-draft";
import { submitEntry } from "./mutations/submit-entry";
import { withdrawEntry } from "./mutations/withdraw-entry";
import {
  decisionFormSchema,
  editRecordFormSchema,
  evidenceFormSchema,
  newRecordFormSchema,
  ownEntryFormSchema,
} from "./schema/forms";
import type { FieldProblem } from "./schema/input";
import type { NewRecordInput } from "./schema/kinds";
import { inOrderOfForm } from "./schema/readings";
import type { ReadDay } from "./schema/short-years";

/** What a form says beside what is saved: its language, whether it only asks what stands out, and a source to put into it. */
type Asked<T> = T & { locale: Locale; check: boolean; payload: NewRecordInput } & Beside;
type Beside = { outside: FieldProblem[]; instead: Readonly<Record<string, string>> | null; days: ReadDay[] };

async function saveNew(
  actor: SignedInActor,
  { locale, check, outside, instead, days, ...form }: Asked<SaveInput>,
  sent: FormData,
) {
  if (check) return checked(actor, { payload: form.payload, outside, instead, days });
  const result = await withEvidence(await readFiles(sent), (made) => saveDraft(actor.id, form, made));
  if ("entry" in result) return redirect(pageAfter(locale, result));
  if (result.refused === "already_sent") return redirect(`/${locale}/contribute/${result.entryId}?done=sent_before`);
  return refused(result);
}

async function saveChanged(
  actor: SignedInActor,
  { locale, check, outside, instead, days, ...form }: Asked<EditInput>,
  sent: FormData,
) {
  if (check) return checked(actor, { payload: form.payload, outside, instead, days, entryId: form.entryId });
  const result = await withEvidence(await readFiles(sent), (made) => editEntry(actor.id, form, made));
  return "refused" in result ? refused(result) : redirect(pageAfter(locale, result));
}

/** New records of every kind: which one it is the form says. */
export const saveRecordAction = signedInAction(newRecordFormSchema, saveNew);
export const editRecordAction = signedInAction(editRecordFormSchema, saveChanged);

type Checked = Beside & { payload: NewRecordInput; entryId?: string };

/** What the write would say of dates only once all else is right is said with it. */
function withDates(found: EntryRefusal | null, outside: FieldProblem[], payload: NewRecordInput): EntryRefusal | null {
  if (outside.length === 0 || (found !== null && found.refused !== "incomplete")) return found;
  const problems = inOrderOfForm([...outside, ...(found?.problems ?? [])], payload);
  return { refused: "incomplete", problems };
}

/** The recorded source that was taken into the form, where one was. */
const takenIn = (instead: Beside["instead"]) =>
  Object.entries(instead ?? {}).find(([name]) => name.endsWith(".existing"))?.[1] ?? null;

/** Nothing is saved: the form comes back as it was typed, with what would be refused and what to look at. */
async function checked(
  actor: SignedInActor,
  { payload, outside, instead, days, entryId }: Checked,
): Promise<ActionOutcome> {
  const [warnings, found] = [await askWarnings(actor, payload, entryId), await askProblems(payload)];
  const problems = withDates(found, outside, payload);
  const outcome = problems === null ? { ok: false as const, formError: "checked" } : refused(problems);
  const inFull = Object.fromEntries(days.map(({ field, day }) => [field, day]));
  return { ...outcome, told: { warnings, days, taken: takenIn(instead) }, instead: { ...inFull, ...instead } };
}

/** What stands out in what is typed so far; asked while typing, and nothing of it is kept. */
export const warnRecordAction = signedInAction(
  newRecordFormSchema.or(editRecordFormSchema),
  async (actor, form): Promise<{ ok: true; warnings: EntryWarning[] }> => ({
    ok: true,
    warnings: await askWarnings(actor, form.payload, "entryId" in form ? form.entryId : ""),
  }),
);

function own(result: EntryResult): ActionOutcome {
  refresh();
  return "entry" in result ? { ok: true } : refused(result);
}

export const submitEntryAction = signedInAction(ownEntryFormSchema, async (actor, { entryId, seenVersion }) =>
  own(await submitEntry(actor.id, { entryId, seenVersion })),
);

export const withdrawEntryAction = signedInAction(ownEntryFormSchema, async (actor, { entryId, seenVersion }) =>
  own(await withdrawEntry(actor.id, { entryId, seenVersion })),
);

export const removeEvidenceAction = signedInAction(evidenceFormSchema, async (actor, form) =>
  own(await removeEvidence(actor.id, form)),
);

/** A decision that came too late is answered with who was first, so that the page can say it; the reason is not lost. */
export type DecisionAnswer = {
  refusal: EntryRefusal;
  typed: { reason: string; template: string; reasonLanguage: string; standing: string };
};

/** What publishes, or leads to it, asks for a second step a short while ago. */
const publishes = ({ verb }: { verb: string }) => verb === "approve";

export const decideAction = confirmedAction(
  decisionFormSchema,
  async (actor, form): Promise<{ ok: true } & DecisionAnswer> => {
    const { locale, entryId, verb, next, standing, template = "" } = form;
    const { reasonLanguage = locale } = form;
    const reason = form.reason || (await readyReason(template, reasonLanguage));
    const decide = {
      approve: approveEntry,
      request_changes: requestChanges,
      reject: rejectEntry,
      mark_unverifiable: markUnverifiable,
      reopen: reopenEntry,
    }[verb];
    const looked = form.looked ? form.shown : [];
    const seen = { seenVersion: form.seenVersion, seenEvidence: form.seenEvidence };
    const result = await decide(actor.id, { entryId, ...seen, reason, reasonLanguage, looked, standing });
    if ("entry" in result) {
      const page = `/${locale}/moderate${next === "" ? "" : `/${next}`}?decided=${entryId}`;
      return redirect(withQuery(page, form.selection.slice(1)));
    }
    refresh();
    return { ok: true, refusal: result, typed: { reason: form.reason, template, reasonLanguage, standing } };
  },
  publishes,
);
