import type { ReactNode } from "react";
import type { ClaimView } from "@/lib/features/records/view/claims";
import type { RecordWords } from "@/lib/features/records/view/context";
import { PartText } from "./part-text";
import { SourceGroups } from "./source-groups";

type Props = { claim: ClaimView; words: RecordWords };
type CardProps = Props & { isAlone: boolean };

/** One claim, whole: its number, its words, who says so, what weight it has and why, and its sources. Alone, it has room to put the sources beside. */
export function ClaimCard({ claim, words, isAlone }: CardProps) {
  return (
    <article
      id={claim.id}
      aria-labelledby={`${claim.id}-amount`}
      className={`scroll-mt-6 border-t pt-3 pb-5 ${claim.isThis ? "border-t-4 border-ink" : "border-rule-2"}`}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id={`${claim.id}-amount`} className="text-xl">
          {claim.amount}
        </h3>
        {claim.disputed ? (
          <strong className="border border-dashed border-danger px-1.5 text-sm text-danger">
            {words("page.disputed")}
          </strong>
        ) : null}
        {claim.underReview ? (
          <span className="border border-dashed border-rule-2 px-1.5 text-sm text-ink-2">
            {words("page.underReview")}
          </span>
        ) : null}
        <a href={claim.href} className="text-sm text-ink-2">
          {claim.id}
        </a>
        {claim.isThis ? <span className="text-sm text-ink-2">{words("page.this")}</span> : null}
      </div>
      <div className={isAlone ? "grid gap-x-12 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]" : ""}>
        <ClaimFacts claim={claim} words={words} />
        <div className="mt-4">
          <SourceGroups groups={claim.sources} words={words} level={4} />
        </div>
      </div>
    </article>
  );
}

function ClaimFacts({ claim, words }: Props) {
  return (
    <dl className="mt-2 text-sm">
      <Line label={words("page.claimant")}>{claim.claimant}</Line>
      <Line label={words("page.inWords")}>
        {claim.words ? (
          <q className="font-serif text-base" lang={claim.words.language ?? undefined}>
            {claim.words.text}
          </q>
        ) : (
          <span className="text-ink-2">{words("page.noWords")}</span>
        )}
        {claim.rule ? <span className="block text-ink-2">{claim.rule}</span> : null}
      </Line>
      <Line label={words("page.standing")}>
        {claim.standing} · {words(claim.counts ? "page.counts" : "page.notCounted")}
        {claim.standingReason ? (
          <span className="block">
            <PartText part={claim.standingReason} />
          </span>
        ) : null}
      </Line>
      {claim.disputeReasons.length > 0 ? (
        <Line label={words("page.why")}>
          {claim.disputeReasons.map((reason) => (
            <span key={reason.text} className="block max-w-prose">
              <PartText part={reason} />
            </span>
          ))}
        </Line>
      ) : null}
      {claim.note ? (
        <Line label={words("page.note")}>
          <PartText part={claim.note} />
        </Line>
      ) : null}
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0 max-w-prose">{children}</dd>
    </div>
  );
}
