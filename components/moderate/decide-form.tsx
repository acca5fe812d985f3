"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { EntryProblem, useFieldLabel } from "@/components/contribute/entry-problem";
import { type FormTools, useEntryForm, useProblemText } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { Notice } from "@/components/ui/notice";
import type { PersonalData } from "@/lib/domain/personal-data";
import { type DecisionAnswer, decideAction } from "@/lib/features/entries/actions";
import { personalDataIn } from "@/lib/features/entries/view/personal-data";
import type { DecisionVerb } from "@/lib/features/entries/view/rows";
import { formatUtcMinute } from "@/lib/shared/format/day";
import { PersonalDataBox } from "./personal-data-box";

type Props = {
  entryId: string;
  seenVersion: number;
  verbs: DecisionVerb[];
  next: string;
  /** What in the entry seems to lead to a person. */
  personal: PersonalData[];
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
const NEEDS_REASON = ["reason_required", "tier_two_reason"] as const;

/**
 * The page of an entry with its decision at the end: one reason, one button for each. What came of it stands above the
 * title, also without scripts: who came too late reads there who was first, and what they had written.
 */
export function DecideForm({ entryId, seenVersion, verbs, next, personal, children }: Props) {
  const t = useTranslations("entries.decide");
  const locale = useLocale();
  const form = useEntryForm<DecisionAnswer>(decideAction);
  const reason = form.state?.ok ? form.state.reason : form.typed("reason");
  // The reason is published too, and is known only when it was sent.
  const all = personalDataIn([...personal.map(({ found }) => found), reason]);
  const refused = form.state?.ok ? form.state.refusal.refused : null;
  const missing = NEEDS_REASON.find((refusal) => refusal === refused) ?? null;
  const problem = useProblemText();
  const summary = form.idOf("problem");
  useEffect(() => {
    if (form.state?.ok) document.getElementById(summary)?.focus();
  }, [form.state, summary]);
  return (
    <>
      <EntryProblem state={form.state} tools={form} />
      {form.state?.ok && missing === null ? (
        <Refused refusal={form.state.refusal} reason={form.state.reason} tools={form} />
      ) : null}
      {missing !== null ? (
        <Notice tone="problem" id={summary}>
          <p>
            {t("notDecided")} <a href={`#${form.idOf("reason")}`}>{t("toReason")}</a>
          </p>
        </Notice>
      ) : null}
      {children}
      <form action={form.send} className="max-w-prose">
        <HiddenFields values={{ entryId, seenVersion: String(seenVersion), locale, next }} />
        {verbs.length === 0 ? null : (
          <TextArea
            id={form.idOf("reason")}
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            error={missing !== null ? problem(missing) : form.errorOf("reason")}
            defaultValue={reason}
            maxLength={2000}
          />
        )}
        {verbs.includes("approve") ? <PersonalDataBox personal={all} tools={form} /> : null}
        <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
        <p className="flex flex-wrap gap-3">
          {verbs.map((verb) => (
            <Button key={verb} type="submit" name="verb" value={verb} tone={TONES[verb]} aria-disabled={form.isSending}>
              {t(verb)}
            </Button>
          ))}
        </p>
      </form>
    </>
  );
}

function Refused({ refusal, reason, tools }: DecisionAnswer & { tools: FormTools }) {
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
