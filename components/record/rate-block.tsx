import type { Part, RecordWords } from "@/lib/features/records/view/context";
import type { WorkforceView } from "@/lib/features/workforces/view";
import { PartText } from "./part-text";

type Props = Pick<WorkforceView, "rates" | "reported"> & { words: RecordWords };

/** The rate with its working, or why there is none; beside it what was reported as a rate, which is something else. */
export function RateBlock({ rates, reported, words }: Props) {
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div>
        {rates.map((rate) => (
          <div key={rate.key} className="mb-5">
            {rate.when ? <h3 className="font-sans text-sm font-semibold">{rate.when}</h3> : null}
            {rate.rate ? <p className="font-serif text-3xl font-bold">{rate.rate}</p> : null}
            {rate.working ? <p>{rate.working}</p> : null}
            {rate.refusal ? <p className="max-w-prose font-serif text-lg">{rate.refusal}</p> : null}
            {rate.remarks.map((remark) => (
              <p key={remark} className="max-w-prose text-sm text-ink-2">
                {remark}
              </p>
            ))}
            <ClaimLinks label={words("rate.numerator")} claims={rate.involved} />
            <ClaimLinks label={words("rate.denominator")} claims={rate.sizes} />
          </div>
        ))}
      </div>
      {reported.length > 0 ? (
        <div className="border-s-4 border-rule-2 ps-4">
          <h3 className="font-sans text-sm font-semibold">{words("rate.reportedTitle")}</h3>
          <ul>
            {reported.map((part) => (
              <li key={part.href} className="font-serif text-lg">
                <PartText part={part} />
              </li>
            ))}
          </ul>
          <p className="mt-1 text-sm text-ink-2">{words("rate.reportedLead")}</p>
        </div>
      ) : null}
    </div>
  );
}

function ClaimLinks({ label, claims }: { label: string; claims: readonly Part[] }) {
  if (claims.length === 0) return null;
  return (
    <p className="mt-1 text-sm">
      {label}:{" "}
      {claims.map((claim, index) => (
        <span key={claim.href}>
          {index > 0 ? " · " : ""}
          <PartText part={claim} />
        </span>
      ))}
    </p>
  );
}
