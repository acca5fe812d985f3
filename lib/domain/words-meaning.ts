import type { Unit } from "./quantity";
import type { Amount, Part } from "./words-amounts";
import type { Case, Modifier } from "./words-kinds";
import type { Plural } from "./words-rules";

export type MeaningRefusal =
  | "no_quantity"
  | "several_numbers"
  | "ambiguous_number"
  | "ambiguous_words"
  | "negated"
  | "fraction"
  | "backwards_range"
  | "percent_out_of_range"
  | "other_unit";

/** What the words say, before a rule set gives plurals their number. */
export type Found = {
  lower: number | null;
  upper: number | null;
  unit: Unit;
  approximate: boolean;
  plural: Plural | null;
  rule: "plural" | "more_than" | "up_to" | "about" | "half" | "number_words" | "words_kept" | null;
};
type Refused = { refusal: MeaningRefusal };
type Core = { from: number; to: number; low: Amount; high: Amount };

/** The one quantity a sentence speaks of, or why there is not exactly one. */
export function findQuantity(parts: readonly Part[]): Found | Refused {
  const has = (t: Part["t"]) => parts.some((part) => part.t === t);
  if (has("fraction")) return { refusal: "fraction" };
  const amounts = parts.filter((part) => part.t === "amount").length;
  const plurals = parts.filter((part) => part.t === "plural").length;
  const halves = parts.filter((part) => part.t === "half").length;
  if (Number(amounts > 0) + plurals + halves > 1) return { refusal: halves > 0 ? "fraction" : "several_numbers" };
  if (amounts > 0) return fromAmounts(parts);
  if (plurals === 1) return fromPlural(parts);
  if (halves === 1) return fromHalf(parts);
  return has("many") || has("all") || has("some") || has("part")
    ? { ...NOTHING, rule: "words_kept" }
    : { refusal: "no_quantity" };
}

const NOTHING: Found = { lower: null, upper: null, unit: "people", approximate: false, plural: null, rule: null };

function fromPlural(parts: readonly Part[]): Found | Refused {
  const at = parts.findIndex((part) => part.t === "plural");
  const plural = parts[at];
  if (plural?.t !== "plural" || parts.some((part) => ["modifier", "part", "percent", "between"].includes(part.t))) {
    return { refusal: "ambiguous_words" };
  }
  const unit = unitBeside(parts, at, at);
  return "refusal" in unit ? unit : { ...NOTHING, unit: unit.unit, plural: plural.plural, rule: "plural" };
}

function fromHalf(parts: readonly Part[]): Found | Refused {
  const at = parts.findIndex((part) => part.t === "half");
  if (parts.some((part) => ["part", "percent", "between", "unit"].includes(part.t)))
    return { refusal: "ambiguous_words" };
  const modifier = modifierBeside(parts, { from: at, to: at, last: null });
  if ("refusal" in modifier) return modifier;
  return { ...NOTHING, ...bounded(50, 50, modifier.is), unit: "percent", rule: "half" };
}

function fromAmounts(parts: readonly Part[]): Found | Refused {
  if (parts.some((part) => part.t === "part" || part.t === "many" || part.t === "percent"))
    return { refusal: "ambiguous_words" };
  const core = findCore(parts);
  if ("refusal" in core) return core;
  const { low, high } = core;
  const percent = low.percent || high.percent;
  const problem = problemOf(low, high, percent);
  if (problem !== null) return { refusal: problem };
  const modifier = modifierBeside(parts, { from: core.from, to: core.to, last: high });
  if ("refusal" in modifier) return modifier;
  const isRange = low !== high;
  if (isRange && modifier.is !== null && modifier.is !== "about") return { refusal: "ambiguous_words" };
  const unit = percent ? { unit: "percent" as const } : unitBeside(parts, core.from, core.to);
  if ("refusal" in unit) return unit;
  const rule = ruleOf(modifier.is) ?? (low.byDigits && high.byDigits ? null : "number_words");
  return { ...NOTHING, ...bounded(low.value, high.value, modifier.is), unit: unit.unit, rule };
}

function problemOf(low: Amount, high: Amount, percent: boolean): MeaningRefusal | null {
  if (low.value > high.value) return "backwards_range";
  // "1.500 %" is one and a half or fifteen hundred, and only the source knows.
  if (percent && (low.oneSeparator || high.oneSeparator)) return "ambiguous_number";
  if (percent) return high.value > 100 ? "percent_out_of_range" : null;
  return Number.isInteger(low.value) && Number.isInteger(high.value) ? null : "fraction";
}

/** The one amount, or the two of "between A and B", "from A to B", "A–B", "A ile B arasında", "A-ден B-ге дейін". */
function findCore(parts: readonly Part[]): Core | Refused {
  const indices = parts.flatMap((part, index) => (part.t === "amount" ? [index] : []));
  const [first, second] = indices.map((index) => parts[index]) as [Amount, Amount | undefined];
  const [from, to] = indices as [number, number | undefined];
  if (parts.some((part) => part.t === "between" || part.t === "between_end") && second === undefined)
    return { refusal: "ambiguous_words" };
  if (second === undefined || to === undefined) return { from, to: from, low: first, high: first };
  const end = rangeEnd(parts, from, to);
  if (indices.length > 2 || end === null) return { refusal: "several_numbers" };
  // In "2–3 thousand" the multiplier is for both; in "500 to 1 thousand" it cannot be.
  const isShared = first.factor === 1 && first.value < second.coefficient;
  if (isShared && second.factor === null) return { refusal: "ambiguous_number" };
  const low = isShared ? { ...first, value: first.value * (second.factor ?? 1) } : first;
  const opens = ["between", "range_from"].includes(parts[from - 1]?.t ?? "");
  return { from: opens ? from - 1 : from, to: end, low, high: second };
}

function rangeEnd(parts: readonly Part[], from: number, to: number): number | null {
  const [opener, link, closer] = [parts[from - 1], parts[from + 1], parts[to + 1]];
  const [low, high] = [parts[from], parts[to]];
  const upTo = closer?.t === "modifier" && closer.is === "at_most" && closer.needs === "dative";
  if (to === from + 1) {
    const cases = low?.t === "amount" && low.case === "ablative" && high?.t === "amount" && high.case === "dative";
    return cases && upTo ? to + 1 : null;
  }
  if (to !== from + 2) return null;
  if (link?.t === "dash") return to;
  if (link?.t === "to") return closer?.t === "between_end" ? to + 1 : to;
  if (link?.t === "and") return opener?.t === "between" ? to : closer?.t === "between_end" ? to + 1 : null;
  const untilWord = link?.t === "modifier" && link.is === "at_most" && link.side === "before";
  return opener?.t === "range_from" && untilWord ? to : null;
}

/** The modifier that stands right beside the number; one anywhere else, or two of them, make the sentence unclear. */
function modifierBeside(
  parts: readonly Part[],
  core: { from: number; to: number; last: Amount | null },
): { is: Modifier | null } | Refused {
  const found: Modifier[] = core.last?.case === "like" ? ["about"] : [];
  for (const [index, part] of parts.entries()) {
    if (index >= core.from && index <= core.to) continue;
    const isBefore = index === core.from - 1 || (index === core.from - 2 && parts[core.from - 1]?.t === "unit");
    const isAfter = index === core.to + 1;
    if (part.t !== "some" && part.t !== "range_from" && part.t !== "modifier") continue;
    const side = part.t === "modifier" ? part.side : "before";
    const isLoose = part.t === "modifier" && part.loose && index === core.to + 2;
    const is = meaningOf(part, core.last?.case ?? null);
    if (is === null || !(side === "before" ? isBefore : isAfter || isLoose)) return { refusal: "ambiguous_words" };
    found.push(is);
  }
  return found.length > 1 ? { refusal: "ambiguous_words" } : { is: found[0] ?? null };
}

function meaningOf(part: Extract<Part, { t: "some" | "range_from" | "modifier" }>, kase: Case): Modifier | null {
  if (part.t === "modifier") return part.needs === null || part.needs === kase ? part.is : part.otherwise;
  return part.t === "range_from" ? part.alone : "about";
}

/** The unit word right beside the number, or people. One that comes a word later may belong to it or not: refused. */
function unitBeside(parts: readonly Part[], from: number, to: number): { unit: Unit } | Refused {
  const beside = [parts[to + 1], parts[from - 1]].find((part) => part?.t === "unit");
  if (beside?.t === "unit") return beside.unit === null ? { refusal: "other_unit" } : { unit: beside.unit };
  return parts[to + 2]?.t === "unit" || parts[to + 3]?.t === "unit"
    ? { refusal: "ambiguous_words" }
    : { unit: "people" };
}

function bounded(low: number, high: number, is: Modifier | null): Pick<Found, "lower" | "upper" | "approximate"> {
  if (is === "at_least") return { lower: low, upper: null, approximate: false };
  if (is === "at_most") return { lower: null, upper: high, approximate: false };
  return { lower: low, upper: high, approximate: is === "about" };
}

function ruleOf(is: Modifier | null): Found["rule"] {
  if (is === null) return null;
  return ({ at_least: "more_than", at_most: "up_to", about: "about" } as const)[is];
}
