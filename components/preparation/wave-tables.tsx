import { getLocale, getTranslations } from "next-intl/server";
import { columnsOfTable, TABLES, type TableName } from "@/lib/features/preparation/schema/tables";
import { optionsOf } from "@/lib/features/preparation/view";
import type { Choice, WavePlaces } from "@/lib/features/preparation/view/rows";
import { plainText } from "@/lib/shared/i18n/local-text";
import { AddRowForm, FillTableForm } from "./table-forms";

type Props = { waveId: string; places: WavePlaces };

/** Places, employers and workforces: what there is, one more by a form, many by CSV. */
export async function WaveTables({ waveId, places }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("preparation.tables");
  const options = {
    region: optionsOf(places.regions, locale),
    place: optionsOf(places.places, locale),
    employer: optionsOf(places.employers, locale),
  };
  return TABLES.map((table) => (
    <section key={table} aria-labelledby={table} className="mb-10 border-t border-rule pt-4">
      <h2 id={table} className="mb-3 text-2xl">
        {t(table)}
      </h2>
      <Recorded rows={places[table]} of={table} />
      <AddRowForm waveId={waveId} table={table} options={options} />
      <FillTableForm waveId={waveId} table={table} columns={columnsOfTable(table)} />
    </section>
  ));
}

async function Recorded({ rows, of }: { rows: readonly (Choice & { slug?: string })[]; of: TableName }) {
  const locale = await getLocale();
  const t = await getTranslations("preparation.tables");
  if (rows.length === 0) return <p className="mb-3 text-ink-2">{t("none")}</p>;
  return (
    <ul className="mb-3 max-w-prose" data-table={of}>
      {rows.map(({ id, names, slug }) => (
        <li key={id} className="border-b border-rule py-1">
          {plainText(names, locale)} <code className="text-sm text-ink-2">{slug ? `${id} ${slug}` : id}</code>
        </li>
      ))}
    </ul>
  );
}
