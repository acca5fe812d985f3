import { getTranslations } from "next-intl/server";
import { IMPORT_KINDS, type ImportField, type ImportKind } from "@/lib/features/imports/schema/fields";
import { fieldLabel } from "@/lib/features/imports/view/problem-words";
import { columnsOf } from "@/lib/features/imports/view/template";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";

/** What a file of each kind can have, as an empty table to fill and in words. */
export async function ColumnsGuide({ locale }: { locale: Locale }) {
  const t = await getTranslations("imports");
  return (
    <section aria-labelledby="guide" className="mt-10 mb-10 max-w-prose">
      <h2 id="guide" className="mb-2 text-2xl">
        {t("guide.title")}
      </h2>
      <p className="mb-4">{t("guide.lead")}</p>
      {IMPORT_KINDS.map((kind) => (
        <div key={kind} className="border-t border-rule py-2">
          <p>
            <strong>{t(`guide.kinds.${kind}`)}</strong>{" "}
            <a
              href={`/${locale}/contribute/import/templates/${kind}`}
              download={`turnout-${kind}.csv`}
              className="ms-2 inline-block py-2"
            >
              {t("guide.download")}
              <span className="sr-only">: {t(`guide.kinds.${kind}`)}</span>
            </a>
          </p>
          <details>
            <summary className="min-h-11 py-2">{t("guide.columns", { count: columnsOf(kind).length })}</summary>
            <Columns kind={kind} />
          </details>
        </div>
      ))}
    </section>
  );
}

async function Columns({ kind }: { kind: ImportKind }) {
  const t = await getTranslations("imports");
  const texts = { imports: t, entries: await getTranslations("entries") };
  return (
    <dl className="mb-3 text-sm">
      {columnsOf(kind).map((field) => (
        <div key={field.name} className="border-t border-rule py-2">
          <dt>
            <code className="font-semibold break-words">{field.name}</code>{" "}
            {fieldLabel(kind, field.name, texts as never)}
            {field.needed ? ` (${t("mapping.needed")})` : ""}
          </dt>
          <dd className="text-ink-2">
            <Holds field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Held = keyof Messages["imports"]["guide"]["holds"];

/** Columns whose text has a form of its own. */
const HELD: Readonly<Record<string, Held>> = {
  ...{ value: "value", hour: "hour", source_ids: "sourceIds" },
  ...{ source_language: "language", words_language: "language" },
  ...{ source_url: "address", archived_url: "address" },
};

/** What a cell of a column may hold. */
async function Holds({ field: { shape, name } }: { field: ImportField }) {
  const t = await getTranslations();
  if (typeof shape !== "object") return t(`imports.guide.holds.${HELD[name] ?? shape}`);
  const { values, words } = shape;
  const said = values.map((value) => (words === null ? value : `${value} (${t(`${words}.${value}` as never)})`));
  return t("imports.guide.holds.choice", { answers: said.join("; ") });
}
