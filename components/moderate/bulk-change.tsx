import { getLocale, getTranslations } from "next-intl/server";
import { saidOf } from "@/components/contribute/said";
import { ChangeList } from "@/components/corrections/change-list";
import type { AcceptedRange } from "@/lib/domain/accepted";
import type { EntryState } from "@/lib/domain/entry";
import { kindOf } from "@/lib/domain/record-diff";
import { changeView } from "@/lib/features/corrections/view/change-words";
import type { Together } from "@/lib/features/entries/view/bulk-together";
import { citationByParts } from "@/lib/features/entries/view/citation-changes";
import type { QueueRow } from "@/lib/features/entries/view/queue";
import { standingChoices } from "@/lib/features/entries/view/standing-choices";
import type { Locale } from "@/lib/shared/i18n/locales";
import { rangeWords } from "./decide-offers";

/** `to`: where the decision leads; null where none is made. */
type Props = { row: QueueRow; to: EntryState | null; together?: Together | undefined };

/** What the record says now and would say, for a decision that publishes or leads to it; any other changes no record. */
export async function BulkChange({ row, to, together }: Props) {
  const t = await getTranslations("moderate-desk.bulk");
  if (to !== "published" && to !== "approved_once") return t("noRecord");
  const { correction, comparison } = row;
  if (correction) return <Corrected row={row} />;
  if (comparison === null) return t("newRecord");
  const say = await sayRange();
  const after = standingChoices(row).find(({ standing }) => standing === "normal")?.range ?? null;
  return (
    <>
      <span className="block">{t("acceptedNow", { range: say(comparison.before) })}</span>
      <strong className="block font-semibold">{t("acceptedThen", { range: say(after) })}</strong>
      {together ? (
        <strong className="mt-1 block font-semibold">
          {t("acceptedTogether", { count: together.others, range: say(together.range) })}
        </strong>
      ) : null}
    </>
  );
}

async function sayRange(): Promise<(range: AcceptedRange | null) => string> {
  const t = await getTranslations("entries.moderated");
  const words = await rangeWords((await getLocale()) as Locale);
  return (range) => (range === null ? t("nothing") : words(range));
}

async function Corrected({ row: { correction } }: Pick<Props, "row">) {
  if (correction === null) return null;
  const said = await saidOf(correction.record, (await getLocale()) as Locale);
  const changes = correction.changes.flatMap(citationByParts);
  return (
    <ChangeList
      changes={changes.map((change) => changeView(change, kindOf(correction.base), said))}
      words={said.words}
    />
  );
}
