import { getTranslations } from "next-intl/server";
import type { OptionGroup } from "@/components/ui/field";
import { isValidOn } from "@/lib/domain/region-validity";
import type { ActionRow, EventRow, WaveRecord } from "@/lib/domain/wave-record";
import { type ActionWords, actionLabel } from "@/lib/features/actions/view";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import { languageTag } from "@/lib/shared/format/day";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";

type Option = OptionGroup["options"][number];
type Happened = { at: number; regionId: string | null; option: Option };

/** As much of an event's text as tells it from the others of its day. */
const LONGEST = 100;

/**
 * What a figure can be of, for a thumb too: the whole wave, then region by region all of it and what happened there, the
 * first first.
 */
export async function subjectsOf(record: WaveRecord, locale: Locale): Promise<(Option | OptionGroup)[]> {
  const t = await getTranslations("contribute.about");
  const page = await getTranslations("pages.action");
  const { compare } = new Intl.Collator(languageTag(locale));
  const happened = await happenedIn(record, locale);
  const optionsIn = (regionId: string | null) =>
    happened.filter((one) => one.regionId === regionId).map(({ option }) => option);
  const nameOf = new Map(record.regions.map(({ id, names }) => [id, plainText(names, locale)]));
  const whole = new Set(record.regions.filter((region) => isValidOn(region, record.wave.firstDay)).map(({ id }) => id));
  // Also a region that came later, where something is on record in it.
  const groups = record.regions
    .filter(({ id }) => whole.has(id) || happened.some(({ regionId }) => regionId === id))
    .map(({ id }) => {
      const name = nameOf.get(id) ?? id;
      const all = whole.has(id) ? [{ value: `region ${id}`, label: t("region", { name }) }] : [];
      return { label: name, options: [...all, ...optionsIn(id)] };
    })
    .toSorted((one, other) => compare(one.label, other.label));
  const across = optionsIn(null);
  return [
    { value: "wave", label: t("wave") },
    ...(across.length > 0 ? [{ label: page("country"), options: across }] : []),
    ...groups,
  ];
}

/** Everything published that people came to, with the day before what it was, since a list is cut at its end. */
async function happenedIn(record: WaveRecord, locale: Locale): Promise<Happened[]> {
  const t = await getTranslations("contribute.about");
  const words = await entryWords(locale);
  const actionWords = (await getTranslations("pages.action")) as unknown as ActionWords;
  const eventName = ({ text }: EventRow) => t("event", { name: plainText(text, locale).slice(0, LONGEST) });
  const one = (kind: "action" | "event", row: ActionRow | EventRow, name: string): Happened => {
    const moment = words.moment(row.period.start, record, zoneOf(record, row));
    const option = { value: `${kind} ${row.id}`, label: `${moment}: ${name} (${row.id})` };
    return { at: row.period.start.earliest, regionId: row.regionId, option };
  };
  const inForce = <T extends { state: string }>(rows: readonly T[]) =>
    rows.filter(({ state }) => state === "published");
  return [
    ...inForce(record.events).map((row) => one("event", row, eventName(row))),
    ...inForce(record.actions).map((row) => one("action", row, actionLabel(row, record, locale, actionWords))),
  ].toSorted((first, other) => first.at - other.at);
}
