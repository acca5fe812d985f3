import { lensQuery } from "@/lib/features/waves/view/asked-lens";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { type FileName, filePath } from "@/lib/shared/files/file-registry";
import { HXL } from "@/lib/shared/files/written-file";
import type { Messages } from "@/lib/shared/i18n/messages";
import { withQuery } from "@/lib/shared/search-params";

const GROUPS = {
  claims: ["figures", "workforces"],
  totals: ["totals", "strikes", "sizes", "joining"],
  lists: ["timeline", "demands", "solidarity", "sources", "corrections", "seals"],
  charts: ["participation", "reach", "crowds"],
} as const satisfies Record<string, readonly FileName[]>;
const GROUP_NAMES = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

type Props = { context: ReadingContext; dictionary: Messages["dictionary"] };

/** What can be taken away, under which licence, and where every column is explained. */
export function DataFiles({ context, dictionary }: Props) {
  const { t, locale, record } = context;
  const metadata = `/api/v1/waves/${record.wave.slug}/csv-metadata.json`;
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
        <p className="mt-2">
          <a href={`/${locale}/dictionary`} className="font-semibold">
            {dictionary.title}
          </a>
          : {dictionary.lead}
        </p>
        <p className="mt-2">
          {dictionary.machines} <a href={metadata}>csv-metadata.json</a>
        </p>
      </div>
      {GROUP_NAMES.map((group) => (
        <section key={group} aria-labelledby={`data-${group}`} className="mb-10 max-w-prose">
          <h2 id={`data-${group}`} className="text-2xl">
            {dictionary.group[group]}
          </h2>
          {GROUPS[group].map((name) => (
            <FileLine key={name} name={name} context={context} dictionary={dictionary} />
          ))}
        </section>
      ))}
    </>
  );
}

/** Workforces are named in every language at once, so that their file is of none. */
const OF_EVERY_LANGUAGE: readonly FileName[] = ["workforces", "totals", "strikes", "sizes", "joining", "seals"];

function FileLine({ name, context, dictionary }: Props & { name: FileName }) {
  const { locale, record, lens } = context;
  const path = filePath(record.wave.slug, name);
  const address = withQuery(OF_EVERY_LANGUAGE.includes(name) ? path : `${path}?locale=${locale}`, lensQuery(lens));
  return (
    <div className="mt-3">
      <p>
        <a href={address} download className="font-semibold">
          {name}.csv
        </a>
        : {dictionary.file[name]}
      </p>
      <p className="text-sm text-ink-2">
        <a href={`/${locale}/dictionary#${name}`} className="me-4 inline-block py-1">
          {dictionary.columns}
        </a>
        <a href={withQuery(address, `${HXL}=1`)} download className="inline-block py-1">
          {dictionary.withHxl}
        </a>
      </p>
    </div>
  );
}
