import { getLocale, getTranslations } from "next-intl/server";
import type { BulkLine, BulkView } from "@/lib/features/entries/view/bulk";

/**
 * What it will do, what it did and what it left alone: how many each, with the way to which. `dependent`: how many of the
 * entries listed speak of the same as others that it would publish.
 */
export async function BulkReport({ bulk, dependent }: { bulk: BulkView; dependent: number }) {
  const t = await getTranslations("queue.bulk");
  const desk = await getTranslations("moderate-desk.bulk");
  const { decidedCount, total, untouchedCount, leftCount, state } = bulk;
  const done = decidedCount + untouchedCount;
  return (
    <>
      <p className="font-semibold" role="status">
        {t(`states.${state}`)} {state === "prepared" || state === "done" ? "" : t("progress", { done, total })}
        {state === "done" ? t("ended", { decided: decidedCount, left: untouchedCount }) : ""}
      </p>
      {state === "prepared" ? null : (
        <progress
          className="my-2 block h-3 w-full max-w-prose"
          max={total}
          value={done}
          aria-label={t(`states.${state}`)}
        />
      )}
      {leftCount > 0 ? <Lines title={t("willTitle")} lines={bulk.left} bulkId={bulk.id} /> : null}
      {leftCount > 0 && dependent > 0 ? (
        <p className="mt-2 max-w-prose border-s-4 border-ink ps-2">{desk("dependent", { count: dependent })}</p>
      ) : null}
      {leftCount === 0 && decidedCount === 0 ? <p>{t("willNone")}</p> : null}
      {decidedCount > 0 ? <Lines title={t("decidedTitle")} lines={bulk.decided} bulkId={bulk.id} isDone /> : null}
      {untouchedCount > 0 ? <Lines title={t("untouchedTitle")} lines={bulk.untouched} bulkId={bulk.id} /> : null}
    </>
  );
}

type LinesProps = { title: string; lines: BulkLine[]; bulkId: string; isDone?: boolean };

async function Lines({ title, lines, bulkId, isDone = false }: LinesProps) {
  const locale = await getLocale();
  const t = await getTranslations("queue.bulk");
  const states = await getTranslations("entries.states");
  const textOf = ({ count, to, because }: BulkLine) =>
    to === null
      ? t("untouched", { count, why: t(`because.${because ?? "failed"}` as "because.stale_version", { count }) })
      : t(isDone ? "became" : "becomes", { count, state: states(to) });
  return (
    <section className="mt-6">
      <h2 className="mb-1 text-xl">{title}</h2>
      <ul className="max-w-prose">
        {lines.map((line) => (
          <li key={line.key} className="border-b border-rule py-2">
            <span className="me-2">{textOf(line)}</span>{" "}
            <a href={`/${locale}/moderate/bulk/${bulkId}?part=${line.key}#entries`} className="whitespace-nowrap">
              {t("show", { count: line.count })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
