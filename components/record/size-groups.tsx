import type { RecordWords } from "@/lib/features/records/view/context";
import type { WorkforceView } from "@/lib/features/workforces/view";
import { AcceptedSentences } from "./claim-group";
import { PartText } from "./part-text";

type Props = Pick<WorkforceView, "sizes"> & { words: RecordWords };

/** Claims of how many workers there are, latest first; claims of one moment side by side with their accepted range. */
export function SizeGroups({ sizes, words }: Props) {
  if (sizes.length === 0) return <p>{words("workforce.sizesNone")}</p>;
  return sizes.map((group) => (
    <div key={group.key} className="border-b border-rule py-3 last:border-0">
      <h3 className="font-sans text-sm font-semibold">{group.when}</h3>
      {group.claims.length > 1 ? <AcceptedSentences group={group} /> : null}
      <ul className="flex flex-wrap gap-x-10 gap-y-2">
        {group.claims.map((claim) => (
          <li key={claim.id} className="max-w-prose">
            <a href={claim.href} className="font-serif text-xl font-bold">
              {claim.amount}
            </a>{" "}
            <span className="text-sm">
              {claim.claimant} · {claim.standing}
              {claim.disputed ? ` · ${words("page.disputed")}` : ""}
            </span>
            {claim.words ? (
              <span className="block text-sm">
                <q lang={claim.words.language ?? undefined}>{claim.words.text}</q>
              </span>
            ) : null}
            {claim.note ? (
              <span className="block text-sm text-ink-2">
                <PartText part={claim.note} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {group.claims.length === 1 || !group.sentences.includes(group.comparable) ? (
        <p className="mt-1 text-sm text-ink-2">{group.comparable}</p>
      ) : null}
    </div>
  ));
}
