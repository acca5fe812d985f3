import { validateQuantity } from "@/lib/domain/quantity";
import { readWords } from "@/lib/domain/words";
import type { FileFigure, FileQuantity, FileWorkforceSize } from "./record/format";
import type { RecordFiles, RecordProblem } from "./record-files";

type Claim = { id: string; quantity: FileQuantity; standing: string; standingReason: unknown };

/** What is wrong with the numbers of the record. */
export function claimProblems(files: RecordFiles): RecordProblem[] {
  const claims: Claim[] = [...files.figures, ...files.workforceSizes];
  return [
    ...claims.flatMap((claim) => named(claim.id, [...quantityFaults(claim.quantity), ...standingFaults(claim)])),
    ...files.figures.flatMap((figure) => named(figure.id, figureFaults(figure))),
    ...files.workforceSizes.flatMap((size) => named(size.id, sizeFaults(size))),
    ...files.solidarity.flatMap(({ id, amount }) => named(id, amount === null ? [] : quantityFaults(amount))),
    ...files.demands.flatMap(({ id, target }) =>
      named(id, target !== null && target.lower === null && target.upper === null ? ["a target without a number"] : []),
    ),
  ];
}

/** Numbers whose words the rules refuse today: they stand, but a changed rule cannot be run on them again. */
export function rereadNotes(files: RecordFiles): RecordProblem[] {
  return [...files.figures, ...files.workforceSizes].flatMap(({ id, quantity }) => {
    if (quantity.rule === null || quantity.words === null || quantity.unknown !== null) return [];
    const reading = readWords(quantity.words);
    return "refusal" in reading
      ? [{ at: id, problem: `“${quantity.words}” cannot be read again: ${reading.refusal}` }]
      : [];
  });
}

function named(at: string, faults: string[]): RecordProblem[] {
  return faults.map((problem) => ({ at, problem }));
}

function quantityFaults(quantity: FileQuantity): string[] {
  const faults: string[] = validateQuantity(quantity).map((code) => `its quantity is not sound: ${code}`);
  const hasNumber = quantity.lower !== null || quantity.upper !== null;
  if (hasNumber && quantity.words === null) faults.push("a number without the source's words");
  if (quantity.words !== null && quantity.wordsLanguage === null) faults.push("words without their language");
  if (quantity.rule !== null && quantity.words === null) faults.push("a rule without words");
  if (hasNumber && quantity.rule === null && needsRule(quantity))
    faults.push("a number made from words without its rule");
  if (quantity.rule !== null && quantity.words !== null) faults.push(...ruleFaults(quantity, quantity.words));
  return faults;
}

/** Digits in the words state the number; a nought may be stated without one ("no casualties"). */
function needsRule({ lower, upper, approximate, words }: FileQuantity): boolean {
  if (lower === 0 && upper === 0) return false;
  return approximate || lower === null || upper === null || !/\d/.test(words ?? "");
}

function ruleFaults(quantity: FileQuantity, words: string): string[] {
  const reading = readWords(words);
  if ("refusal" in reading) return [];
  const { lower, upper, rule } = reading.quantity;
  if (rule?.id !== quantity.rule?.id || rule?.version !== quantity.rule?.version) {
    return [`its words are read by the rule ${rule?.id ?? "none"}, not ${quantity.rule?.id}`];
  }
  return lower === quantity.lower && upper === quantity.upper ? [] : [`its rule reads ${lower} to ${upper}`];
}

function standingFaults({ standing, standingReason }: Claim): string[] {
  return standing !== "normal" && standingReason === null ? [`${standing} without a reason`] : [];
}

const units: Partial<Record<FileFigure["measure"], FileQuantity["unit"]>> = {
  participation_rate: "percent",
  production_share_stopped: "percent",
  days_not_worked: "days",
  places: "places",
};

function figureFaults(figure: FileFigure): string[] {
  const faults: string[] = [];
  const unit = units[figure.measure] ?? "people";
  if (figure.quantity.unit !== unit) faults.push(`${figure.measure} is counted in ${unit}`);
  if (figure.disputed && figure.disputeReason === null) faults.push("disputed without a reason");
  for (const subject of ["action", "event", "region"] as const) {
    if ((figure.subject === subject) !== (figure[subject] !== null))
      faults.push(`its subject is ${figure.subject}, check ${subject}`);
  }
  return faults;
}

function sizeFaults({ quantity }: FileWorkforceSize): string[] {
  return quantity.unit === "people" ? [] : ["a workforce is counted in people"];
}
