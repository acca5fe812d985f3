import { DataTable } from "@/components/ui/data-table";
import { lensQuery } from "@/lib/features/waves/view/asked-lens";
import { LIST_COLUMNS } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { withQuery } from "@/lib/shared/search-params";

const LISTS = ["timeline", "demands", "solidarity", "sources"] as const;

/** What can be taken away, under which licence, and what every column holds. */
export function DataFiles({ context }: { context: ReadingContext }) {
  const { t, locale, record } = context;
  const { slug } = record.wave;
  const read = lensQuery(context.lens);
  return (
    <>
      <div className="mb-10 max-w-prose">
        <p>
          {t("data.licence")}{" "}
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer license">
            CC BY 4.0
          </a>
        </p>
        <p className="mt-2">{t("data.form")}</p>
        <p className="mt-2">{t("data.unknown")}</p>
      </div>
      <section aria-labelledby="data-claims" className="mb-12 max-w-prose">
        <h2 id="data-claims" className="text-2xl">
          {t("data.claims")}
        </h2>
        {(["figures", "workforces"] as const).map((name) => (
          <p key={name} className="mt-2">
            <a href={withQuery(`/api/v1/waves/${slug}/${name}.csv`, read)} download className="font-semibold">
              {name}.csv
            </a>
            : {t(`data.${name}`)}
          </p>
        ))}
        <p className="mt-2">{t("data.names")}</p>
      </section>
      {LISTS.map((name) => (
        <section key={name} aria-labelledby={`data-${name}`} className="mb-12">
          <h2 id={`data-${name}`} className="text-2xl">
            {t(`${name}.title`)}
          </h2>
          <p className="my-2">
            <a
              href={withQuery(`/api/v1/waves/${slug}/${name}.csv?locale=${locale}`, read)}
              download
              className="font-semibold"
            >
              {name}.csv
            </a>
          </p>
          <DataTable
            caption={t("data.columns", { file: `${name}.csv` })}
            columns={[
              { key: "column", label: t("data.column") },
              { key: "meaning", label: t("data.meaning") },
            ]}
            rows={LIST_COLUMNS[name].map((column) => ({
              key: column,
              cells: { column: <code>{column}</code>, meaning: t(`column.${column}`) },
            }))}
            empty=""
          />
        </section>
      ))}
    </>
  );
}
