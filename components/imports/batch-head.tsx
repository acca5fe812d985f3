import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { BatchPage } from "@/lib/features/imports/view";
import type { Counts } from "@/lib/features/imports/view/rows";
import { formatDayTime } from "@/lib/shared/format/day";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { BatchButton } from "./batch-button";

type Props = { page: BatchPage; locale: Locale };
const OUTCOMES: readonly (keyof Counts | "repeated")[] = ["ready", "wrong", "repeated", "double", "sent", "waiting"];

/** What became of the rows so far, and of the entries that some of them are by now. */
export async function BatchCounts({ page, locale }: Props) {
  const t = await getTranslations("imports");
  const states = await getTranslations("entries.states");
  // What another row of the file says is told apart from what an entry said before.
  const { repeated } = page.doubles;
  const counts = { ...page.counts, repeated, double: page.counts.double - repeated };
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return (
    <dl aria-label={t("batch.counts")} className="mb-6 max-w-prose">
      {shown.map((outcome) => (
        <div
          key={outcome}
          className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-2"
          data-outcome={outcome}
        >
          <dt>{t(`outcomes.${outcome}`)}</dt>
          <dd className="font-semibold tabular-nums">{formatNumber(counts[outcome], locale)}</dd>
        </div>
      ))}
      {page.entries.map(({ state, count }) => (
        <div
          key={state}
          className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-2 ps-4 text-ink-2"
          data-entries={state}
        >
          <dt>{t("batch.ofThese", { state: states(state) })}</dt>
          <dd className="tabular-nums">{formatNumber(count, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

export async function BatchButtons({ page, locale }: Props) {
  const t = await getTranslations("imports.batch");
  const { can, counts, batch, megabytes } = page;
  const verbs = (["send", "check", "cancel", "withdraw"] as const).filter((verb) => can[verb]);
  const sure = { lead: t("withdrawLead", { count: page.withdrawable }), label: t("withdrawSure") };
  return (
    <div className="mb-8 flex flex-wrap items-start gap-6">
      {verbs.map((verb) => (
        <BatchButton
          key={verb}
          {...{ batchId: batch.id, locale, verb, megabytes }}
          label={verb === "send" ? t("send", { count: counts.ready }) : t(verb)}
          hint={verb === "cancel" && counts.sent > 0 ? t("cancelHint") : undefined}
          sure={verb === "withdraw" ? sure : undefined}
        />
      ))}
    </div>
  );
}

/** The very same bytes came before: said, not refused. */
export async function SameFile({ page: { same }, locale }: Props) {
  const t = await getTranslations("imports.batch");
  if (same === null) return null;
  return (
    <Notice tone="note">
      {t("sameFile", { at: `${formatDayTime(same.createdAt, locale, "UTC")} UTC` })}{" "}
      <a href={`/${locale}/contribute/import/${same.id}`}>{t("toSame")}</a>
    </Notice>
  );
}
