import { getLocale, getTranslations } from "next-intl/server";
import type { OptionGroup } from "@/components/ui/field";
import { CUT_CAUSES } from "@/lib/domain/coverage";
import { BASES, CLAIMANTS, MEASURES } from "@/lib/domain/measure";
import { UNITS } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { CERTAINTIES_PROPOSED, DEMAND_KINDS, EVENT_KINDS } from "@/lib/features/entries/schema/choices";
import type { PlainKind } from "@/lib/features/entries/schema/kinds";
import { plainText } from "@/lib/shared/i18n/local-text";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";
import { placeOptions } from "./place-options";
import type { FormPart, FormStep } from "./plain-form";
import type { Option } from "./solidarity-form";
import type { Choice } from "./typed-fields";
import { subjectsOf } from "./wider-subjects";

type Step = readonly [title: keyof Messages["contribute"]["sections"], names: readonly string[]];

/** The questions of each kind, the first first. */
const STEPS: Readonly<Record<PlainKind, readonly Step[]>> = {
  event: [
    ["what", ["eventKind", "text", "textLanguage", "actor", "harm"]],
    ["where", ["place"]],
    ["when", ["when", "endDate"]],
    ["sure", ["certainty"]],
    ["answered", ["answers", "outcome"]],
  ],
  demand: [
    ["asked", ["demandKind", "text", "textLanguage"]],
    ["who", ["raisedBy", "workforceId"]],
    ["when", ["when"]],
    ["target", ["targetUnit", "lower", "upper", "words"]],
  ],
  workforce: [
    ["workers", ["workforceName", "occupation", "textLanguage"]],
    ["employer", ["employerId", "wholeEmployer"]],
    ["where", ["place"]],
  ],
  workforce_size: [
    ["whose", ["workforceId"]],
    ["says", ["says"]],
    ["exact", ["comparable", "scopeNote", "textLanguage"]],
    ["when", ["when"]],
    ["claims", ["claimant", "claimantName"]],
  ],
  coverage_note: [
    ["why", ["cause", "text", "textLanguage"]],
    ["where", ["place"]],
    ["when", ["when", "endDate"]],
  ],
  wider_figure: [
    ["counted", ["measure", "about"]],
    ["says", ["says", "basis"]],
    ["when", ["when"]],
    ["claims", ["claimant", "claimantName"]],
  ],
  source: [
    ["source", ["newSource"]],
    ["copy", ["archivedUrl", "origin"]],
  ],
};

const FLAGS = ["harm", "comparable", "wholeEmployer"];
const AREAS = ["text", "outcome", "scopeNote", "words"];
/** Questions that an answer is not needed for. */
const OPTIONAL = [
  ...["actor", "endDate", "answers", "outcome", "targetUnit", "lower", "upper", "words", "workforceId"],
  ...["employerId", "scopeNote", "claimantName", "archivedUrl", "origin"],
];

/** The form of a kind, step by step, in the reader's language. */
export async function formSteps(kind: PlainKind, record: WaveRecord): Promise<FormStep[]> {
  const t = await getTranslations("contribute");
  const ask = await questions(kind, record);
  return STEPS[kind].map(([title, names]) => ({ title: t(`sections.${title}`), parts: names.map(ask) }));
}

async function questions(kind: PlainKind, record: WaveRecord): Promise<(name: string) => FormPart> {
  const t = await getTranslations("contribute");
  const entries = await getTranslations("entries");
  const offered = await choicesOf(kind, record);
  const [example = "KZ22-D1"] = record.demands.map(({ id }) => id);
  const labelOf = (name: string) => {
    const own = `labels.${kind}.${name}`;
    const label = t.has(own as "nowhere") ? t(own as "nowhere") : entries(`fields.${name}` as "fields.date");
    const isOptional = OPTIONAL.includes(name) && !(kind === "workforce_size" && name === "workforceId");
    return isOptional ? `${label} (${entries("form.optional")})` : label;
  };
  const hintOf = (name: string) => {
    if (t.has(`hints.${name}` as "hints.text")) return t(`hints.${name}` as "hints.answers", { example });
    return entries.has(`hints.${name}` as "hints.date") ? entries(`hints.${name}` as "hints.date") : undefined;
  };
  return (name) => {
    if (name === "when")
      return { shape: name, name, label: "", ...(kind === "workforce_size" ? { hint: t("hints.sizeDate") } : {}) };
    if (name === "says" || name === "newSource") return { shape: name, name, label: "" };
    const hint = hintOf(name);
    const asked = { name, label: labelOf(name), ...(hint === undefined ? {} : { hint }) };
    const options = offered[name];
    if (options) return { shape: "choice", options, withEmpty: name !== "textLanguage" && name !== "basis", ...asked };
    if (name === "endDate") return { shape: "day", ...asked };
    return { shape: FLAGS.includes(name) ? "flag" : AREAS.includes(name) ? "area" : "line", ...asked };
  };
}

/** What may be chosen, by the name of the question. */
async function choicesOf(kind: PlainKind, record: WaveRecord): Promise<Readonly<Record<string, Choice["options"]>>> {
  const locale = (await getLocale()) as Locale;
  const said = await getTranslations("record");
  const units = await getTranslations("corrections.units");
  const entries = await getTranslations("entries");
  const options = <T extends string>(values: readonly T[], label: (value: T) => string): Option[] =>
    values.map((value) => ({ value, label: label(value) }));
  const named = (rows: readonly { id: string; names: Parameters<typeof plainText>[0] }[]): Option[] =>
    rows
      .map(({ id, names }) => ({ value: id, label: plainText(names, locale) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return {
    eventKind: options(EVENT_KINDS, (value) => said(`eventKind.${value}`)),
    demandKind: options(DEMAND_KINDS, (value) => said(`demandKind.${value}`)),
    cause: options(CUT_CAUSES, (value) => said(`cause.${value}`)),
    certainty: options(CERTAINTIES_PROPOSED, (value) => said(`certainty.${value}`)),
    textLanguage: options(LOCALES, (value) => LANGUAGE_NAMES[value]),
    targetUnit: options(UNITS, (value) => units(value)),
    measure: options(MEASURES, (value) => entries(`measures.${value}`)),
    basis: options(BASES, (value) => entries(`bases.${value}`)),
    about: kind === "wider_figure" ? await subjectsOf(record, locale) : [],
    claimant: options(CLAIMANTS, (value) => entries(`claimants.${value}`)),
    employerId: named(record.employers),
    workforceId: named(record.workforces.filter(({ state }) => state === "published")),
    place: await placesOf(kind, record, locale),
  };
}

/** A cut is told of regions; workers may be everywhere, and then the empty answer says so. */
async function placesOf(kind: PlainKind, record: WaveRecord, locale: Locale): Promise<(Option | OptionGroup)[]> {
  const t = await getTranslations("contribute");
  const [country, regions, ...localities] = await placeOptions(record, locale);
  const whole = kind === "workforce" ? { value: "country", label: t("nowhere") } : country;
  return [whole, regions, ...(kind === "coverage_note" ? [] : localities)].filter((one) => one !== undefined);
}
