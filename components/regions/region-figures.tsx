import { Section } from "@/components/dashboard/section";
import { DataTable } from "@/components/ui/data-table";
import type { RegionFigure, RegionView } from "@/lib/features/regions/view/region";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** What was counted in the region, one table per measure: unlike measures are never read together. */
export function RegionFiguresTables({ view, context }: { view: RegionView; context: ReadingContext }) {
  const { t } = context;
  const none = t("region.noFigures", { silence: context.silence });
  const columns = [
    { key: "subject", label: t("figure.subject") },
    { key: "when", label: t("figure.when") },
    { key: "amount", label: t("figure.accepted") },
    { key: "claims", label: t("figure.claims") },
  ];
  return (
    <Section id="figures" title={t("region.figures")}>
      {view.figures.map(({ measure, rows }) => (
        <div key={measure} className="mb-8">
          <DataTable
            caption={measure}
            columns={columns}
            rows={rows.map((row) => ({ key: row.key, cells: cellsOf(row, context) }))}
            empty={none}
          />
        </div>
      ))}
      {view.figures.length === 0 ? <p>{none}</p> : null}
    </Section>
  );
}

function cellsOf({ subject, when, amount, disputed, claims }: RegionFigure, { t }: ReadingContext) {
  return {
    subject: <a href={subject.href}>{subject.name}</a>,
    when,
    amount: disputed ? `${amount} (${t("mark.disputed")})` : amount,
    claims: claims.map(({ id, href, claimant }) => (
      <span key={id} className="block">
        <a href={href}>{id}</a> {claimant}
      </span>
    )),
  };
}
