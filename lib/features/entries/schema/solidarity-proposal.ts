import type { Quantity } from "@/lib/domain/quantity";
import type { SolidarityKind, SupporterKind } from "@/lib/domain/wave-record";
import { isCountry } from "@/lib/shared/i18n/countries";
import type { Locale } from "@/lib/shared/i18n/locales";
import { type LocalAsOf, readAsOf } from "./as-of";
import type { FieldProblem } from "./input";
import { orNull } from "./proposal";
import { toQuantity } from "./quantity";
import { readSolidarityInput, type SolidarityInput } from "./solidarity";
import { readSources, type SourceProposal } from "./source";

/** An act of support as proposed: complete, checked, and in the domain's words. */
export type SolidarityProposal = {
  waveId: string;
  kind: SolidarityKind;
  supporterKind: SupporterKind;
  /** The supporting workforce; null for every other supporter. */
  workforceId: string | null;
  /** Null where the workforce's own name stands. */
  supporterName: string | null;
  fromCountry: string;
  /** Null is the whole wave. */
  toActionId: string | null;
  asActionId: string | null;
  text: string;
  textLanguage: Locale;
  givenAt: LocalAsOf;
  amount: Quantity | null;
  sources: SourceProposal[];
  note: string | null;
  noteLanguage: Locale;
  confidentialNote: string | null;
};

export type SolidarityReading = { proposal: SolidarityProposal } | { problems: FieldProblem[] };

/** The same reading in the write and on the pages of whoever proposes or decides. */
export function readSolidarity(payload: unknown): SolidarityReading {
  const input = readSolidarityInput(payload);
  return input === null ? { problems: [{ field: "solidarityKind", code: "form_unknown" }] } : toSolidarity(input);
}

/** The whole form read at once, with every problem there is, in the order of the form. */
function toSolidarity(input: SolidarityInput): SolidarityReading {
  const { solidarityKind: kind, supporterKind } = input;
  const givenAt = readAsOf(input);
  const amount = readAmount(input);
  const sources = readSources(input.sources);
  const problems = [
    ...(kind === "" ? [{ field: "solidarityKind", code: "solidarity_kind_missing" }] : []),
    ...supporterProblems(input),
    ...endsProblems(input),
    ...(input.text === "" ? [{ field: "text", code: "act_missing" }] : []),
    ...givenAt.problems,
    ...("problems" in amount ? amount.problems : []),
    ...sources.problems,
  ];
  if (problems.length > 0 || kind === "" || supporterKind === "" || "problems" in amount) return { problems };
  return {
    proposal: {
      ...{ waveId: input.waveId, kind, supporterKind },
      workforceId: supporterKind === "workforce" ? orNull(input.workforceId) : null,
      supporterName: orNull(input.supporterName),
      fromCountry: input.fromCountry.toUpperCase(),
      toActionId: input.supported === "wave" ? null : input.supported,
      asActionId: orNull(input.asActionId),
      ...{ text: input.text, textLanguage: input.textLanguage === "" ? "en" : input.textLanguage },
      ...{ givenAt: givenAt.asOf, amount: amount.quantity, sources: sources.sources },
      note: orNull(input.note),
      noteLanguage: input.noteLanguage === "" ? "en" : input.noteLanguage,
      confidentialNote: orNull(input.confidentialNote),
    },
  };
}

function supporterProblems({
  supporterKind,
  workforceId,
  supporterName,
  fromCountry,
}: SolidarityInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (supporterKind === "") problems.push({ field: "supporterKind", code: "supporter_kind_missing" });
  // A workforce that is not recorded here is named like any other supporter.
  const isNamed = supporterName !== "" || (supporterKind === "workforce" && workforceId !== "");
  if (supporterKind !== "" && !isNamed) problems.push({ field: "supporterName", code: "supporter_missing" });
  if (!isCountry(fromCountry.toUpperCase())) problems.push({ field: "fromCountry", code: "country_wrong" });
  return problems;
}

function endsProblems({ supported, asActionId }: SolidarityInput): FieldProblem[] {
  if (supported === "") return [{ field: "supported", code: "supported_missing" }];
  return supported === asActionId ? [{ field: "asActionId", code: "supports_itself" }] : [];
}

type Amount = { quantity: Quantity | null } | { problems: FieldProblem[] };

/** No unit, no amount: most support has none. A unit without a number says why nobody gave one. */
function readAmount({ lower, upper, amountUnit, unknownReason, words }: SolidarityInput): Amount {
  const isNumber = lower !== "" || upper !== "";
  if (amountUnit === "") {
    const isTyped = isNumber || unknownReason !== "" || words !== "";
    return isTyped ? { problems: [{ field: "amountUnit", code: "unit_missing" }] } : { quantity: null };
  }
  const mode = isNumber ? ("range" as const) : ("no_number" as const);
  const typed = { mode, lower, upper, unknownReason, number: "", bound: "", rangeAbout: "" } as const;
  const read = toQuantity(typed, amountUnit, null);
  return "problems" in read ? read : { quantity: { ...read.quantity, words: orNull(words) } };
}
