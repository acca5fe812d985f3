import { DataTable } from "@/components/ui/data-table";
import type { RecordWords } from "@/lib/features/records/view/context";
import type { EmployerView, FigureGroup, WorkforceView } from "@/lib/features/workforces/view";
import { PartText } from "./part-text";

type Words = { words: RecordWords };

/** Who employs them, and who owns the employer. */
export function EmployerBlock({ employer, words }: Words & { employer: EmployerView }) {
  return (
    <>
      <p className="text-lg font-semibold">
        <PartText part={employer.name} />
      </p>
      {employer.otherNames.length > 0 ? <p className="text-sm text-ink-2">{employer.otherNames.join(" · ")}</p> : null}
      {employer.note ? (
        <p className="mt-2 max-w-prose">
          <PartText part={employer.note} />
        </p>
      ) : null}
      <div className="mt-4 max-w-3xl">
        <DataTable
          caption={words("workforce.owners")}
          columns={[
            { key: "name", label: words("workforce.column.owner") },
            { key: "share", label: words("workforce.column.share"), numeric: true },
            { key: "asOf", label: words("workforce.column.asOf") },
            { key: "source", label: words("workforce.column.source") },
          ]}
          rows={employer.owners.map((owner) => ({
            key: owner.key,
            cells: {
              name: owner.name,
              share: owner.share,
              asOf: owner.asOf,
              source: owner.source ? <PartText part={owner.source} /> : words("sources.none"),
            },
          }))}
          empty={words("workforce.noOwners")}
        />
      </div>
    </>
  );
}

/** What the workforce did, in order. */
export function ActionTable({ actions, words }: Words & Pick<WorkforceView, "actions">) {
  return (
    <DataTable
      caption={words("workforce.actions")}
      captionHidden
      columns={[
        { key: "title", label: words("kind.action") },
        { key: "when", label: words("fact.when") },
        { key: "stoppage", label: words("fact.stoppage") },
      ]}
      rows={actions.map(({ id, title, when, stoppage, certainty }) => ({
        key: id,
        cells: { title: <PartText part={title} />, when, stoppage: `${stoppage}; ${certainty}` },
      }))}
      empty={words("workforce.actionsNone")}
    />
  );
}

type FigureTableProps = Words & { groups: readonly FigureGroup[]; caption: string; empty: string };

/** Every claim of a number, by moment, with what is accepted of those that compete. */
export function FigureTable({ groups, caption, empty, words }: FigureTableProps) {
  const rows = groups.flatMap((group) =>
    group.claims.map((claim) => ({
      key: claim.id,
      cells: {
        when: group.when,
        measure: `${group.measure}, ${group.basis}`,
        claimant: claim.claimant,
        claim: <a href={claim.href}>{claim.amount}</a>,
        words: claim.words ? (
          <q lang={claim.words.language ?? undefined}>{claim.words.text}</q>
        ) : (
          <span className="text-ink-2">{words("page.noWords")}</span>
        ),
        standing: (
          <span>
            {claim.standing}
            {claim.disputed ? <strong className="text-danger"> · {words("page.disputed")}</strong> : null}
            {claim.underReview ? <span className="text-ink-2"> · {words("page.underReview")}</span> : null}
          </span>
        ),
        accepted: group.accepted,
      },
    })),
  );
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: "when", label: words("workforce.column.when") },
        { key: "measure", label: words("workforce.column.measure") },
        { key: "claimant", label: words("workforce.column.claimant") },
        { key: "claim", label: words("workforce.column.claim") },
        { key: "words", label: words("workforce.column.words") },
        { key: "standing", label: words("workforce.column.standing") },
        { key: "accepted", label: words("workforce.column.accepted") },
      ]}
      rows={rows}
      empty={empty}
    />
  );
}
