import { DataTable } from "@/components/ui/data-table";
import type { AreaLine, MeasureView, TotalView } from "@/lib/features/totals/view";
import type { NamedLink, TotalsWords } from "@/lib/features/totals/view/totals-context";

type Words = { words: TotalsWords };

/** One measure: how much is known at all, each sum with its working, and the figures that stand beside. */
export function MeasureSection({ view, words }: Words & { view: MeasureView }) {
  return (
    <div id={view.key} className="mt-6 scroll-mt-6">
      <h3 className="font-sans text-lg font-semibold">{view.title}</h3>
      <p className="mt-1 max-w-prose font-serif text-xl">{view.summary}</p>
      {view.general ? <p className="mt-1 max-w-prose text-sm text-ink-2">{view.general}</p> : null}
      {view.silent ? (
        <p className="mt-2 max-w-prose text-sm">
          {view.silent.sentence} <Links links={view.silent.claims} />
        </p>
      ) : null}
      {view.totals.map((total) => (
        <OneTotal key={total.key} total={total} words={words} />
      ))}
      {view.loose.map((sentence) => (
        <p key={sentence} className="mt-2 max-w-prose text-sm text-ink-2">
          {sentence}
        </p>
      ))}
      {view.beside.length > 0 ? <Areas lines={view.beside} words={words} /> : null}
      {view.without.length > 0 ? (
        <details className="mt-4">
          <summary>{words("without", { count: view.without.length })}</summary>
          <ul className="mt-2 gap-x-12 text-sm lg:columns-2">
            {view.without.map(({ name, href }) => (
              <li key={href} className="break-inside-avoid border-b border-rule py-1">
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function OneTotal({ total, words }: Words & { total: TotalView }) {
  return (
    <div id={total.key} className="mt-5 scroll-mt-6 border-s-4 border-rule-2 ps-4">
      <h4 className="font-sans text-sm font-semibold">{total.title}</h4>
      {total.amount ? <p className="font-serif text-3xl font-bold">{total.amount}</p> : null}
      <ul className="max-w-prose text-sm">
        {total.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details className="mt-2">
        <summary>{words("rows", { count: total.rows.length })}</summary>
        <div className="mt-2">
          <DataTable
            caption={total.title}
            captionHidden
            columns={[
              { key: "action", label: words("column.action") },
              { key: "role", label: words("column.role") },
              { key: "amount", label: words("column.amount"), numeric: true },
              { key: "claims", label: words("column.claims") },
            ]}
            rows={total.rows.map(({ key, action, role, amount, claims }) => ({
              key,
              cells: {
                action: <a href={action.href}>{action.name}</a>,
                role,
                amount,
                claims: <Links links={claims} />,
              },
            }))}
            empty=""
          />
        </div>
      </details>
    </div>
  );
}

function Areas({ lines, words }: Words & { lines: readonly AreaLine[] }) {
  return (
    <div className="mt-5">
      <h4 className="font-sans text-sm font-semibold">{words("area")}</h4>
      <p className="mb-2 max-w-prose text-sm text-ink-2">{words("areaLead")}</p>
      <DataTable
        caption={words("area")}
        captionHidden
        columns={[
          { key: "place", label: words("column.place") },
          { key: "when", label: words("column.when") },
          { key: "amount", label: words("column.amount"), numeric: true },
          { key: "claims", label: words("column.claims") },
        ]}
        rows={lines.map(({ key, name, when, amount, claims }) => ({
          key,
          cells: { place: name, when, amount, claims: <Links links={claims} /> },
        }))}
        empty=""
      />
    </div>
  );
}

function Links({ links }: { links: readonly NamedLink[] }) {
  return links.map(({ name, href }, index) => (
    <span key={href}>
      {index > 0 ? " · " : ""}
      <a href={href}>{name}</a>
    </span>
  ));
}
