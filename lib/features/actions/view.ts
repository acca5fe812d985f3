import type { ActionRow, PlacePrecision, Texts, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { languageTag } from "@/lib/shared/format/day";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

/** The texts of `pages.action`: the caller passes its translator. */
export type ActionKey =
  | "strike"
  | "rally"
  | "march"
  | "blockade"
  | "occupation"
  | "other"
  | "generalStrike"
  | "solidarityStrike"
  | "solidarityRally"
  | "title"
  | "andMore"
  | "unnamedPlaces"
  | "country";
export type ActionWords = (key: ActionKey, values?: Record<string, string | number>) => string;

type Names = Pick<WaveRecord, "workforces" | "localities" | "regions" | "employers">;
type Placed = {
  localityId: string | null;
  regionId: string | null;
  placePrecision: PlacePrecision;
  site?: Texts | null;
};

/** What kind of action it is, in a noun: "Strike", "General strike", "Solidarity rally". */
export function actionKindLabel(action: Pick<ActionRow, "type" | "general" | "solidarity">, t: ActionWords): string {
  if (action.type === "strike") {
    return t(action.general ? "generalStrike" : action.solidarity ? "solidarityStrike" : "strike");
  }
  return t(action.type === "rally" && action.solidarity ? "solidarityRally" : action.type);
}

/** "Strike: miners of Kazakhmys, Karaganda Region": what, who as far as named, where as far as it is not said yet. */
export function actionLabel(action: ActionRow, record: Names, locale: Locale, t: ActionWords): string {
  const who = whoOf(action, record, locale, t);
  const place = placeLabel(action, record, locale, t);
  const details = who === null ? [place] : namesPlace(who, action, record, locale) ? [who] : [who, place];
  return t("title", { kind: actionKindLabel(action, t), details: details.join(", ") });
}

/** Where, no finer than it is known: "Almaty, city hall", "Karaganda Region", "places not named, Mangystau Region". */
export function placeLabel(placed: Placed, record: Names, locale: Locale, t: ActionWords): string {
  const region = record.regions.find(({ id }) => id === placed.regionId);
  const locality = record.localities.find(({ id }) => id === placed.localityId);
  const site = plainText(placed.site, locale);
  if (locality) return [plainText(locality.names, locale), site].filter(Boolean).join(", ");
  if (!region) return t("country");
  const name = plainText(region.names, locale);
  return placed.placePrecision === "unnamed_localities" ? t("unnamedPlaces", { region: name }) : name;
}

// "The public" is said of every gathering without a named workforce and tells two of them apart by nothing.
const EVERYBODY = "the public";
const MOST_NAMED = 2;

function whoOf(action: ActionRow, record: Names, locale: Locale, t: ActionWords): string | null {
  const { participants } = action;
  if (participants && participants.en !== EVERYBODY) return plainText(participants, locale);
  const names = action.workforceIds.flatMap((id) => {
    const workforce = record.workforces.find((one) => one.id === id);
    return workforce ? [inSentence(workforce, record, locale)] : [];
  });
  if (names.length === 0) return null;
  const shown = names.length > MOST_NAMED + 1 ? names.slice(0, MOST_NAMED) : names;
  const list = new Intl.ListFormat(languageTag(locale), { type: "conjunction" }).format(shown);
  const more = names.length - shown.length;
  return more > 0 ? t("andMore", { list: shown.join(", "), count: more }) : list;
}

/**
 * A workforce's name as it stands after a colon: its first letter small where the word is a common one. English and
 * Russian begin with the occupation, so only known proper names are kept; Kazakh and Turkish begin with the place.
 */
export function inSentence({ names, occupation }: WorkforceRow, record: Names, locale: Locale): string {
  const name = plainText(names, locale);
  const [first = ""] = wordsOf(name);
  const tag = languageTag(locale);
  const isOccupation = wordsOf(plainText(occupation, locale)).includes(first.toLocaleLowerCase(tag));
  const placeFirst = locale === "kk" || locale === "tr";
  const isProper = [...record.employers, ...record.localities, ...record.regions].some(
    (named) => wordsOf(plainText(named.names, locale))[0] === first,
  );
  const isCommon = isOccupation || (!placeFirst && !isProper && /^\p{Lu}[\p{Ll}'’]+$/u.test(first));
  return isCommon ? name.charAt(0).toLocaleLowerCase(tag) + name.slice(1) : name;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s\-–«»“”,]+/).filter(Boolean);
}

/** Whether the place is heard in the name already, in whatever case it stands: "oil workers of Aktobe Region". */
function namesPlace(who: string, placed: Placed, record: Names, locale: Locale): boolean {
  if (placed.site) return false;
  const place =
    record.localities.find(({ id }) => id === placed.localityId)?.names ??
    record.regions.find(({ id }) => id === placed.regionId)?.shortNames;
  const [first = ""] = wordsOf(plainText(place, locale));
  const stem = first.slice(0, Math.max(4, first.length - 3));
  return stem.length >= 3 && wordsOf(who).some((word) => word.startsWith(stem));
}
