"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { EntryProblem, useFieldLabel } from "@/components/contribute/entry-problem";
import { type EntryForm, type FormTools, useEntryForm, useProblemText } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { Notice } from "@/components/ui/notice";
import { evidenceSeen } from "@/lib/domain/evidence";
import type { PersonalData } from "@/lib/domain/personal-data";
import { type DecisionAnswer, decideAction } from "@/lib/features/entries/actions";
import type { PutBack } from "@/lib/features/entries/view/put-back";
import type { DecisionVerb } from "@/lib/features/entries/view/rows";
import type { ToRead } from "@/lib/features/entries/view/to-read";
import { formatUtcMinute } from "@/lib/shared/format/day";
import { DecideKeys, type Steps } from "./decide-keys";
import { PersonalDataBox } from "./personal-data-box";
import { type OfferedReason, ReasonFields } from "./reason-fields";
import { type FirstChoice, type OfferedStanding, StandingFields } from "./standing-fields";

type Props = {
  entryId: string;
  seenVersion: number;
  /** The photographs shown above it. */
  evidence: readonly { id: string }[];
  verbs: DecisionVerb[];
  next: string;
  /** The selection of the queue that is gone through. */
  selection: string;
  /** Whether there is an entry to go on to, and one to go back to. */
  steps: Steps;
  /** What in the entry seems to lead to a person. */
  personal: PersonalData[];
  /** How what was taken down would stand again. */
  putBack: PutBack[];
  /** Each part of which that tells, as readers know it. */
  partNames: Readonly<Record<string, string>>;
  /** What an approval can make of the claim, and what another moderator has chosen. */
  standings: OfferedStanding[];
  first: FirstChoice | null;
  templates: OfferedReason[];
  /** What stands above both columns, and what became of the entry decided before this one. */
  head: ReactNode;
  told: ReactNode;
  /** The head of the decision. */
  beside: ReactNode;
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

/** From this width on the claim and its decision stand side by side, the decision in sight also below the head of the page. */
const SIDE_BY_SIDE =
  "lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-x-8 xl:grid-cols-[minmax(0,1fr)_27rem]";
const IN_SIGHT =
  "lg:sticky lg:top-4 lg:max-h-[calc(100dvh-12.5rem)] lg:scroll-pb-96 lg:overflow-y-auto lg:border-s lg:border-rule lg:ps-6 lg:pe-1";

/**
 * The page of an entry with its decision after it, beside it where there is room. What came of it stands above the
 * title, also without scripts: who came too late reads there who was first, and what they had written.
 */
export function DecideForm({ head, told, beside, children, ...decision }: Props) {
  const form = useEntryForm<DecisionAnswer>(decideAction);
  const ready = useTranslations("weighing.reason");
  const locale = useLocale();
  const typed = typedIn(form, { reasonLanguage: locale, standing: decision.first?.standing ?? "normal" });
  const missing = useMissingReason(form);
  const isDecidable = decision.verbs.length > 0;
  return (
    <>
      <EntryProblem state={form.state} tools={form} labels={{ template: ready("template") }} />
      {form.state?.ok && missing === null ? (
        <Refused refusal={form.state.refusal} reason={typed.reason} tools={form} />
      ) : null}
      {missing !== null ? <NotDecided tools={form} /> : null}
      {head}
      {/* The address still names the entry decided before: it is no answer to what was sent since. */}
      {form.state === null ? told : null}
      <div className={isDecidable ? SIDE_BY_SIDE : undefined}>
        <div className="min-w-0">{children}</div>
        <div className={isDecidable ? IN_SIGHT : undefined}>
          {beside}
          <Decision {...{ ...decision, form, typed, missing }} />
        </div>
      </div>
    </>
  );
}

function NotDecided({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries.decide");
  return (
    <Notice tone="problem" id={tools.idOf("problem")}>
      <p>
        {t("notDecided")} <a href={`#${tools.idOf("reason")}`}>{t("toReason")}</a>
      </p>
    </Notice>
  );
}

type DecisionProps = Omit<Props, "head" | "told" | "beside" | "children"> & {
  form: EntryForm<DecisionAnswer>;
  typed: DecisionAnswer["typed"];
  missing: string | null;
};

/** One reason, one button for each decision, and the keys that do the same. */
function Decision({ form, typed, missing, verbs, ...told }: DecisionProps) {
  const sent = useRef<HTMLFormElement>(null);
  const locale = useLocale();
  const { entryId, seenVersion, evidence, next, selection, standings } = told;
  const toRead = toReadIn(form, told);
  return (
    <form ref={sent} action={form.send} className="max-w-prose">
      <HiddenFields
        values={{
          entryId,
          seenVersion: String(seenVersion),
          seenEvidence: evidenceSeen(evidence),
          locale,
          next,
          selection,
        }}
      />
      {verbs.includes("approve") ? <PersonalDataBox toRead={toRead} partNames={told.partNames} tools={form} /> : null}
      {verbs.includes("approve") ? (
        <StandingFields offered={standings} first={told.first} chosen={typed.standing} tools={form} />
      ) : null}
      {verbs.length === 0 ? null : (
        <ReasonFields
          {...{ typed, tools: form }}
          templates={fittingTemplates(told.templates, verbs, standings)}
          error={missing ?? form.errorOf("reason")}
          foot={
            <>
              <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
              <Buttons verbs={verbs} isSending={form.isSending} />
            </>
          }
        />
      )}
      <DecideKeys verbs={verbs} steps={told.steps} form={sent} />
    </form>
  );
}

/** The reason is published too, and what it says is known only when it was sent. */
function toReadIn({ state }: EntryForm<DecisionAnswer>, { personal, putBack }: ToRead): ToRead {
  const refusal = state?.ok ? state.refusal : null;
  if (refusal?.refused !== "personal_data") return { personal, putBack };
  const { told } = refusal;
  const all = [...personal, ...told.personal];
  return {
    personal: [...new Map(all.map((one) => [`${one.kind} ${one.found}`, one])).values()],
    putBack: [...putBack, ...told.putBack],
  };
}

function Buttons({ verbs, isSending }: { verbs: DecisionVerb[]; isSending: boolean }) {
  const t = useTranslations("entries.decide");
  return (
    <p className="flex flex-wrap gap-3 lg:-mt-2 lg:grid lg:grid-cols-2 lg:gap-2 lg:pb-2 lg:[&>button]:px-2 lg:[&>button:last-child:nth-child(odd)]:col-span-2">
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
      <p>
        {text()}{" "}
        {refusal.refused === "personal_data" ? <a href={`#${tools.idOf("looked")}`}>{t("decide.toBox")}</a> : null}
      </p>
      {reason === "" ? null : (
        <>
          <p className="mt-2">{t("decide.yourReason")}</p>
          <blockquote className="whitespace-pre-line border-s-2 border-rule-2 ps-3">{reason}</blockquote>
        </>
      )}
    </Notice>
  );
}
