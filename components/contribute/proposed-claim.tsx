import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { FigureProposal } from "@/lib/features/entries/schema/proposal";
import type { EntryAbout } from "@/lib/features/entries/view/entry-about";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import { entryWords } from "./entry-words";
import { ProposedFacts } from "./proposed-facts";

/** What the contributor proposes, field by field, with the source's own words. */
export async function ProposedClaim({ entry }: { entry: Pick<EntryAbout, "proposal" | "subject" | "comparison"> }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const { proposal, subject, comparison } = entry;
  if (proposal === null || subject === null || comparison === null) return <p>{t("moderated.incomplete")}</p>;
  const { quantity, claimantName } = proposal;
  const { action, record } = subject;
  const rows: [string, ReactNode][] = [
    [t("moderated.quantity"), <strong key="quantity">{words.quantity(quantity)}</strong>],
    [t("moderated.measure"), `${t(`measures.${proposal.measure}`)}, ${t(`bases.${proposal.basis}`)}`],
    [t("moderated.asOf"), words.moment(comparison.asOf, record, zoneOf(record, action), true)],
    [
      t("moderated.action"),
      action ? (
        <a key="action" href={`/${locale}/records/${action.id}`}>
          {t(`actionTypes.${action.type}`)}, {words.moment(action.period.start, record, zoneOf(record, action))}
        </a>
      ) : null,
    ],
    [t("moderated.claimant"), [t(`claimants.${proposal.claimant}`), claimantName].filter(Boolean).join(", ")],
    [t("moderated.words"), quantity.words ? <Words key="words" proposal={proposal} /> : null],
    [t("moderated.note"), proposal.note],
    [t("moderated.confidential"), proposal.confidentialNote],
  ];
  return <ProposedFacts rows={rows} />;
}

async function Words({ proposal: { quantity, wordsLanguage } }: { proposal: FigureProposal }) {
  const t = await getTranslations("entries.moderated");
  const { words, rule } = quantity;
  return (
    <>
      <q lang={wordsLanguage ?? "und"}>{words}</q>
      {rule ? (
        <span className="block text-sm text-ink-2">{t("rule", { rule: rule.id, version: rule.version })}</span>
      ) : null}
    </>
  );
}
