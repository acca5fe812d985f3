import type { ClaimGroup } from "@/lib/features/records/view/claims";
import type { RecordWords } from "@/lib/features/records/view/context";
import type { SubjectGroup } from "@/lib/features/records/view/subject-claims";
import { ClaimCard } from "./claim-card";
import { ClaimsScale } from "./claims-scale";
import { PartText } from "./part-text";

type Words = { words: RecordWords };

/** What is accepted and how it came about, the claims on one scale, then each claim whole. */
export function ClaimGroupView({ group, words }: Words & { group: ClaimGroup }) {
  return (
    <>
      <AcceptedSentences group={group} />
      <ClaimsScale group={group} words={words} isWhole />
      <div className="grid gap-x-10 lg:grid-cols-[repeat(auto-fit,minmax(26rem,1fr))]">
        {group.claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} words={words} isAlone={group.claims.length === 1} />
        ))}
      </div>
    </>
  );
}

/** The claims about one thing, group by group; each claim leads to its own page. */
export function SubjectClaims({ groups, words }: Words & { groups: readonly SubjectGroup[] }) {
  return groups.map((group) => (
    <div key={group.key} className="mb-8 last:mb-0">
      <h3 className="mb-1 text-lg">{group.title}</h3>
      {group.about ? (
        <p className="mb-1 text-sm text-ink-2">
          <PartText part={group.about} />
        </p>
      ) : null}
      <AcceptedSentences group={group} />
      <ClaimsScale group={group} words={words} isWhole={false} />
    </div>
  ));
}

/** What is accepted first, then what it took to get there. */
export function AcceptedSentences({ group: { sentences } }: { group: Pick<ClaimGroup, "sentences"> }) {
  const [accepted, ...working] = sentences;
  return (
    <div className="mb-4 max-w-prose">
      <p className="font-serif text-lg">{accepted}</p>
      {working.map((sentence) => (
        <p key={sentence} className="mt-1">
          {sentence}
        </p>
      ))}
    </div>
  );
}
