import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import { saidOf } from "@/components/contribute/said";
import { ChangeList } from "@/components/corrections/change-list";
import { kindOf, recordDiff } from "@/lib/domain/record-diff";
import type { RevisionRow, WaveRecord } from "@/lib/domain/wave-record";
import { changeView } from "@/lib/features/corrections/view/change-words";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";
import type { RecordProposal } from "@/lib/features/entries/view/rows";
import { readLocalText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { entry: ModeratedEntry; proposals: readonly RecordProposal[] };

/** What was published of the record that a correction would change, why, and what else was proposed about it. */
export async function RecordHistory({ entry: { correction, row }, proposals }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("weighing.record");
  if (correction === null) return proposals.length === 0 ? null : <Proposals proposals={proposals} />;
  const { record, now } = correction;
  const only = { number: now.revision, recordedAt: now.recordedAt, retracts: false, reason: null, row: now };
  const versions = record.revisions[now.id] ?? [only];
  return (
    <details className="mb-6" open={versions.length > 1}>
      <summary className="py-2 font-semibold">{t("title", { id: now.id })}</summary>
      <p className="mb-2 max-w-prose text-ink-2">{t("lead")}</p>
      <ol>
        {versions
          .map((version, index) => (
            <Version key={version.number} record={record} version={version} before={versions[index - 1] ?? null} />
          ))
          .toReversed()}
      </ol>
      <Proposals proposals={proposals} />
      <p>
        <a href={`/${locale}/moderate/records/${row.recordId}`}>{t("others")}</a>
      </p>
    </details>
  );
}

type VersionProps = { record: WaveRecord; version: RevisionRow; before: RevisionRow | null };

async function Version({ record, version, before }: VersionProps) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("weighing.record");
  const words = await entryWords(locale);
  const said = await saidOf(record, locale);
  const { number, recordedAt, reason, row } = version;
  const approvals = record.approvals[row.id]?.[number];
  const text = reason && readLocalText(reason, locale);
  return (
    <li className="border-b border-rule py-2">
      <p>
        <strong>{number}</strong>, {words.at(recordedAt)},{" "}
        {approvals === undefined || approvals.length === 0
          ? t("loaded")
          : t("approved", { count: approvals.length, days: [...new Set(approvals.map(({ on }) => on))].join(", ") })}
      </p>
      {text ? (
        <p className="whitespace-pre-line text-ink-2" lang={text.language}>
          {text.text}
        </p>
      ) : null}
      {before === null ? null : (
        <ChangeList
          changes={recordDiff(before.row, row).map((change) => changeView(change, kindOf(row), said))}
          words={said.words}
        />
      )}
    </li>
  );
}

async function Proposals({ proposals }: Pick<Props, "proposals">) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("weighing.record");
  const entries = await getTranslations("entries");
  const words = await entryWords(locale);
  if (proposals.length === 0) return null;
  return (
    <section className="mb-4">
      <h3 className="mt-3 text-lg">{t("proposals")}</h3>
      <ul className="list-disc ps-5">
        {proposals.map(({ id, kind, state, handle, at }) => (
          <li key={id}>
            <a href={`/${locale}/moderate/${id}`}>
              {t("proposal", {
                ...{ kind: entries(`kinds.${kind}`), handle, at: words.at(at) },
                state: entries(`states.${state}`),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
