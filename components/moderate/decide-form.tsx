"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { EntryProblem, useFieldLabel } from "@/components/contribute/entry-problem";
import { type EntryForm, type FormTools, useEntryForm, useProblemText } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { Notice } from "@/components/ui/notice";
import type { PersonalData } from "@/lib/domain/personal-data";
import { type DecisionAnswer, decideAction } from "@/lib/features/entries/actions";
import { personalDataIn } from "@/lib/features/entries/view/personal-data";
import type { DecisionVerb } from "@/lib/features/entries/view/rows";
import { formatUtcMinute } from "@/lib/shared/format/day";
import { DecideKeys } from "./decide-keys";
import { PersonalDataBox } from "./personal-data-box";
import { type OfferedReason, ReasonFields } from "./reason-fields";
import { type FirstChoice, type OfferedStanding, StandingFields } from "./standing-fields";

type Props = {
  entryId: string;
  seenVersion: number;
  verbs: DecisionVerb[];
  next: string;
  /** What in the entry seems to lead to a person. */
  personal: PersonalData[];
  /** What an approval can make of the claim, and what another moderator has chosen. */
  standings: OfferedStanding[];
  first: FirstChoice | null;
  templates: OfferedReason[];
  children: ReactNode;
};

const TONES = {
  approve: "strong",
  request_changes: "plain",
  reject: "danger",
  mark_unverifiable: "danger",
  reopen: "strong",
} as const;

/** Refusals that a reason mends: they are said at its field. */
const NEEDS_REASON = ["reason_required", "tier_two_reason", "standing_reason"] as const;

/**
 * The page of an entry with its decision at the end: one reason, one button for each. What came of it stands above the
 * title, also without scripts: who came too late reads there who was first, and what they had written.
 */
export function DecideForm({ entryId, seenVersion, verbs, next, personal, children, ...offered }: Props) {
  const t = useTranslations("entries.decide");
  const locale = useLocale();
  const form = useEntryForm<DecisionAnswer>(decideAction);
  const sent = useRef<HTMLFormElement>(null);
  const typed = typedIn(form, { reasonLanguage: locale, standing: offered.first?.standing ?? "normal" });
  // The reason is published too, and is known only when it was sent.
  const all = personalDataIn([...personal.map(({ found }) => found), typed.reason]);
  const missing = useMissingReason(form);
  return (
    <>
      <EntryProblem state={form.state} tools={form} />
      {form.state?.ok && missing === null ? (
        <Refused refusal={form.state.refusal} reason={typed.reason} tools={form} />
      ) : null}
      {missing !== null ? (
        <Notice tone="problem" id={form.idOf("problem")}>
          <p>
            {t("notDecided")} <a href={`#${form.idOf("reason")}`}>{t("toReason")}</a>
          </p>
        </Notice>
      ) : null}
      {children}
      <form ref={sent} action={form.send} className="max-w-prose">
        <HiddenFields values={{ entryId, seenVersion: String(seenVersion), locale, next }} />
        {verbs.includes("approve") ? (
          <StandingFields offered={offered.standings} first={offered.first} chosen={typed.standing} tools={form} />
        ) : null}
        {verbs.length === 0 ? null : (
          <ReasonFields
            {...{ typed, tools: form }}
            templates={fittingTemplates(offered.templates, verbs, offered.standings)}
            error={missing ?? form.errorOf("reason")}
          />
        )}
        {verbs.includes("approve") ? <PersonalDataBox personal={all} tools={form} /> : null}
        <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
        <Buttons verbs={verbs} isSending={form.isSending} />
        <DecideKeys verbs={verbs} form={sent} />
      </form>
    </>
  );
}

function Buttons({ verbs, isSending }: { verbs: DecisionVerb[]; isSending: boolean }) {
  const t = useTranslations("entries.decide");
  return (
    <p className="flex flex-wrap gap-3">
      {verbs.map((verb) => (
        <Button key={verb} type="submit" name="verb" value={verb} tone={TONES[verb]} aria-disabled={isSending}>
          {t(verb)}
        </Button>
      ))}
    </p>
  );
}

/** What was typed comes back after a refusal, whichever it was. */
function typedIn(form: EntryForm<DecisionAnswer>, begun: { reasonLanguage: string; standing: string }) {
  const { state } = form;
  if (state?.ok) return state.typed;
  return {
    reason: form.typed("reason"),
    template: form.typed("template"),
    reasonLanguage: form.typed("reasonLanguage") || begun.reasonLanguage,
    standing: form.typed("standing") || begun.standing,
  };
}

/** Why a reason is missing, in words, once it was refused for that; the focus goes to what is said of it. */
function useMissingReason({ state, idOf }: EntryForm<DecisionAnswer>): string | null {
  const problem = useProblemText();
  const summary = idOf("problem");
  useEffect(() => {
    if (state?.ok) document.getElementById(summary)?.focus();
  }, [state, summary]);
  const refused = state?.ok ? state.refusal.refused : null;
  const missing = NEEDS_REASON.find((refusal) => refusal === refused);
  return missing === undefined ? null : problem(missing);
}

/** Ready reasons for what can be decided here, and for the standings that can be given. */
function fittingTemplates(
  templates: readonly OfferedReason[],
  verbs: readonly string[],
  standings: readonly OfferedStanding[],
): OfferedReason[] {
  const uses = new Set([...verbs, ...(verbs.includes("approve") ? standings.map(({ standing }) => standing) : [])]);
  return templates.filter(({ use }) => uses.has(use));
}

type RefusedProps = Pick<DecisionAnswer, "refusal"> & { reason: string; tools: FormTools };

function Refused({ refusal, reason, tools }: RefusedProps) {
  const t = useTranslations("entries");
  const labelOf = useFieldLabel();
  const problem = useProblemText();
  const text = () => {
    switch (refusal.refused) {
      case "lost_race":
        return t("decide.lostRace", {
          by: refusal.by,
          verb: t(`verbs.${refusal.verb}`),
          at: formatUtcMinute(refusal.at),
        });
      case "already_decided":
        return t("decide.alreadyDecided", { verb: t(`verbs.${refusal.verb}`), at: formatUtcMinute(refusal.at) });
      case "stale_version":
        return t("decide.stale", { version: refusal.version, fields: refusal.changed.map(labelOf).join(", ") });
      case "incomplete":
        return t("moderated.incomplete");
      default:
        return problem(refusal.refused);
    }
  };
  return (
    <Notice tone="problem" id={tools.idOf("problem")}>
      <p>{text()}</p>
      {reason === "" ? null : (
        <>
          <p className="mt-2">{t("decide.yourReason")}</p>
          <blockquote className="whitespace-pre-line border-s-2 border-rule-2 ps-3">{reason}</blockquote>
        </>
      )}
    </Notice>
  );
}
