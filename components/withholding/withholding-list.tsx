import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import type { RecordForModerators, WithholdingRow } from "@/lib/features/withholdings/view";
import { EndForms } from "./end-forms";
import { ListOfTexts } from "./list-of-texts";
import { partLabels } from "./part-labels";

/** What is or was withheld of a record, the newest first, with what an open one took out. */
export async function WithholdingList({ record }: { record: RecordForModerators }) {
  const t = await getTranslations("review.records");
  const { withholdings, taken, confirmsNot } = record;
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-2xl">{t("state")}</h2>
      {withholdings.length === 0 ? <p className="text-ink-2">{t("nothing")}</p> : null}
      <ol className="max-w-prose">
        {withholdings.map((row) => (
          <li key={row.id} className="border-b border-rule py-3">
            <Told row={row} />
            {row.isOpen ? (
              <>
                <Taken texts={taken} />
                <EndForms recordId={row.recordId} id={row.id} confirmsNot={confirmsNot} />
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

async function Told({ row }: { row: WithholdingRow }) {
  const t = await getTranslations("review.records");
  const words = await entryWords(await getLocale());
  const labelOf = await partLabels();
  const what = row.scope === "record" ? t("whole") : row.parts.map(labelOf).join(", ");
  const { confirmed, lifted } = row;
  return (
    <>
      <p className="break-words">{t("placed", { by: row.by, at: words.at(row.at), what, note: row.note })}</p>
      {row.isOpen ? <p className="font-semibold">{t("lapses", { at: words.at(row.lapsesAt) })}</p> : null}
      {confirmed ? <p>{t("confirmedBy", { by: confirmed.by, at: words.at(confirmed.at) })}</p> : null}
      {lifted ? (
        <p>
          {lifted.by === null
            ? t("lapsedAt", { at: words.at(lifted.at) })
            : t("liftedBy", { by: lifted.by, at: words.at(lifted.at), reason: lifted.reason ?? "" })}
        </p>
      ) : null}
    </>
  );
}

async function Taken({ texts }: { texts: string[] }) {
  const t = await getTranslations("review.records");
  return (
    <details className="my-3">
      <summary className="py-2">{t("kept")}</summary>
      <ListOfTexts texts={texts} className="list-disc ps-5" />
    </details>
  );
}
