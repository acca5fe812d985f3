import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ActionRow } from "@/lib/domain/wave-record";
import { type ActionWords, actionLabel } from "@/lib/features/actions/view";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import type { SolidarityEntry } from "@/lib/features/entries/view/solidarity-entry";
import { countryName } from "@/lib/shared/i18n/countries";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";
import { ProposedFacts } from "./proposed-facts";

/** "Statement: Union of …"; what it is about as far as it was typed. */
export async function solidarityTitle({ input, supporter }: SolidarityEntry, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "entries.contribute" });
  const kinds = await getTranslations({ locale, namespace: "pages.solidarity" });
  const kind = input.solidarityKind === "" ? "" : kinds(input.solidarityKind);
  return [kind, plainText(supporter, locale)].filter(Boolean).join(": ") || t("unfinishedSolidarity");
}

/** A proposed act of support, field by field, as its author and the moderators read it. */
export async function ProposedSolidarity({ entry }: { entry: SolidarityEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries");
  const kinds = await getTranslations("pages.solidarity");
  const words = await entryWords(locale);
  const { proposal, record, to, as, givenAt, supporter, input } = entry;
  if (proposal === null || givenAt === null) return <p className="mb-6">{t("moderated.incomplete")}</p>;
  const amount = proposal.amount;
  const rows: [string, ReactNode][] = [
    [t("fields.solidarityKind"), kinds(proposal.kind)],
    [t("fields.supporterKind"), t(`solidarity.supporters.${proposal.supporterKind}`)],
    [t("fields.supporterName"), <strong key="supporter">{plainText(supporter, locale)}</strong>],
    [t("fields.fromCountry"), countryName(proposal.fromCountry, locale)],
    [t("fields.supported"), to ? <ActionLink key="to" action={to} entry={entry} /> : t("solidarity.wholeWave")],
    [t("fields.asActionId"), as ? <ActionLink key="as" action={as} entry={entry} /> : null],
    [
      t("fields.text"),
      <span key="text" lang={input.textLanguage || undefined}>
        {proposal.text}
      </span>,
    ],
    [t("solidarity.given"), words.moment(givenAt, record, zoneOf(record, as ?? to), true)],
    [t("fields.amountUnit"), amount ? kinds(`unit.${amount.unit}`) : null],
    [t("moderated.quantity"), amount ? [words.quantity(amount), amount.words].filter(Boolean).join(" · ") : null],
    [t("moderated.note"), proposal.note],
    [t("moderated.confidential"), proposal.confidentialNote],
  ];
  return <ProposedFacts rows={rows} />;
}

async function ActionLink({ action, entry: { record } }: { action: ActionRow; entry: SolidarityEntry }) {
  const locale = (await getLocale()) as Locale;
  const words = (await getTranslations("pages.action")) as unknown as ActionWords;
  return <a href={`/${locale}/records/${action.id}`}>{actionLabel(action, record, locale, words)}</a>;
}
