import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ActionEntry } from "@/lib/features/entries/view/action-entry";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import { formatDate } from "@/lib/shared/format/day";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";
import { placesIn } from "./place-options";
import { ProposedFacts } from "./proposed-facts";

/** "Strike: Dockers of …"; what it is as far as it was typed. */
export async function actionTitle({ input, workforce }: ActionEntry, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "entries" });
  const type = input.actionType === "" ? "" : t(`actionTypes.${input.actionType}`);
  const who = workforce ? plainText(workforce.names, locale) : input.participants;
  return [type, who].filter(Boolean).join(": ") || t("action.unfinished");
}

/** A proposed action, field by field, as its author and the moderators read it. */
export async function ProposedAction({ entry }: { entry: ActionEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries");
  const said = await getTranslations("record");
  const words = await entryWords(locale);
  const { proposal, record, start, placed, workforce, input } = entry;
  if (proposal === null || start === null) return <p className="mb-6">{t("moderated.incomplete")}</p>;
  const { country, regions, localities } = await placesIn(record, locale);
  const flags = (["general", "political", "openEnd"] as const).filter((name) => proposal[name]);
  const rows: [string, ReactNode][] = [
    [t("fields.actionType"), <strong key="type">{t(`actionTypes.${proposal.type}`)}</strong>],
    [t("fields.stoppage"), said(`stoppage.${proposal.stoppage}`)],
    [t("fields.scope"), said(`scope.${proposal.scope}`)],
    [t("action.flags"), flags.length > 0 ? flags.map((name) => t(`fields.${name}`)).join("; ") : null],
    [t("fields.workforceId"), workforce ? plainText(workforce.names, locale) : null],
    [t("fields.participants"), proposal.participants],
    [
      t("fields.place"),
      [country, ...regions, ...localities].find(({ value }) => value === input.place)?.label ?? input.place,
    ],
    [t("action.began"), words.moment(start, record, zoneOf(record, placed), true)],
    [t("fields.endDate"), proposal.end ? formatDate(proposal.end.date, locale) : null],
    [t("fields.certainty"), said(`certainty.${proposal.certainty}`)],
    [t("moderated.note"), proposal.note],
    [t("moderated.confidential"), proposal.confidentialNote],
  ];
  return <ProposedFacts rows={rows} />;
}
