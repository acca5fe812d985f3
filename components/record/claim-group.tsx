import type { ClaimGroup } from "@/lib/features/records/view/claims";
import type { RecordWords } from "@/lib/features/records/view/context";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { ClaimCard } from "./claim-card";
import { ClaimsAxis } from "./claims-axis";

type Props = { group: ClaimGroup; words: RecordWords; locale: Locale };

/** What is accepted and how it came about, the claims on one scale, then each claim whole. */
export function ClaimGroupView({ group, words, locale }: Props) {
  const texts = { unknown: words("page.axisNone"), accepted: words("page.axisAccepted") };
  return (
    <>
      <AcceptedSentences group={group} />
      <ClaimsAxis
        group={group}
        title={words("page.axis")}
        texts={texts}
        number={(value) => formatNumber(value, locale)}
      />
      <div className="grid gap-x-10 lg:grid-cols-[repeat(auto-fit,minmax(26rem,1fr))]">
        {group.claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} words={words} isAlone={group.claims.length === 1} />
        ))}
      </div>
    </>
  );
}

export function AcceptedSentences({ group }: { group: Pick<ClaimGroup, "sentences" | "disputed"> }) {
  return (
    <div className="mb-4 max-w-prose font-serif text-lg">
      {group.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
