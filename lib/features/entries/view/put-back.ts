import type { findEachOf } from "@/lib/domain/said-again";
import { isWithheldMark } from "@/lib/domain/withholding";
import { readCorrection } from "../schema/correction";
import { readNewRecord } from "../schema/kinds";
import { addressKey } from "../schema/source";
import { typedTexts } from "./personal-data";

/** Texts of a record that were taken down and are not public again. */
export type TakenDown = {
  /** Id of the withholding. */
  id: string;
  waveId: string;
  recordId: string;
  parts: readonly string[];
  /** Sources of which words were quoted that were taken down. */
  quoted: readonly { id: string; url: string | null }[];
  /** Proposals that said words of it when these went for good. */
  saidBy: ReadonlySet<string>;
};

/** How a proposal would bring back what was taken down; each is a text of `audit.personal`. */
export type PutBack =
  | { as: "part"; part: string }
  | { as: "reason" }
  | { as: "words"; recordId: string; found: string }
  | { as: "told"; recordId: string; found: string }
  | { as: "quote"; recordId: string; sourceId: string }
  | { as: "said"; recordId: string };

type Proposed = { id: string; waveId: string; payload: unknown };

type Find = ReturnType<typeof findEachOf<string>>;
type HeldAgainst = {
  takenDown: readonly TakenDown[];
  /** Finds its words in a text, by the withholding, as long as they are kept to be put back; afterwards nobody has them. */
  find: Find;
  /** What it found in what is told for the public beside the proposal. */
  told: ReturnType<Find> | null;
};

/**
 * All by which a proposal, with what is told for the public beside it, would say again what was taken down anywhere in its
 * wave: by the words while they are kept; when they are gone, by the places where they stood.
 */
export function putBackBy({ id, waveId, payload }: Proposed, { takenDown, find, told }: HeldAgainst): PutBack[] {
  const near = takenDown.filter((one) => one.waveId === waveId);
  if (near.length === 0) return [];
  const finds = [...typedTexts(payload).map(find), ...(told === null ? [] : [told])];
  const words = near.flatMap((one) => {
    const found = finds.find((each) => each.has(one.id))?.get(one.id);
    return found === undefined ? [] : [{ as: "words" as const, recordId: one.recordId, found }];
  });
  const said = near.flatMap(({ recordId, saidBy }) => (saidBy.has(id) ? [{ as: "said" as const, recordId }] : []));
  return [...inCorrection(payload, near), ...words, ...quotesFrom(payload, near), ...said];
}

/** The parts of the record in which a correction would put words where some were taken down, and its public reason. */
function inCorrection(payload: unknown, takenDown: readonly TakenDown[]): PutBack[] {
  const input = readCorrection(payload);
  const own = takenDown.filter(({ recordId }) => recordId === input?.recordId);
  if (input === null || own.length === 0) return [];
  const said = Object.entries(input.changes).flatMap(([name, text]) => (isSaid(text) ? partOf(name) : []));
  const quoted = input.sources.some(({ quote }) => isSaid(quote)) ? ["citations"] : [];
  const taken = own.flatMap(({ parts }) => parts);
  const parts = [...new Set([...said, ...quoted])].filter((part) => taken.includes(part));
  const reason: PutBack[] = isSaid(input.reason) ? [{ as: "reason" }] : [];
  return [...parts.map((part) => ({ as: "part" as const, part })), ...reason];
}

/** New words out of a source from which words were taken down, wherever these were quoted. */
function quotesFrom(payload: unknown, takenDown: readonly TakenDown[]): PutBack[] {
  const corrected = readCorrection(payload);
  const sources = (corrected ?? readNewRecord(payload))?.sources ?? [];
  const quoting = sources.filter(({ quote }) => isSaid(quote));
  const isOf = (source: { id: string; url: string | null }) =>
    quoting.some(({ existing, url }) =>
      existing === ""
        ? url !== "" && source.url !== null && addressKey(url) === addressKey(source.url)
        : existing.toUpperCase() === source.id,
    );
  return takenDown
    .filter(({ recordId }) => recordId !== corrected?.recordId)
    .flatMap(({ recordId, quoted }) =>
      quoted.filter(isOf).map((source) => ({ as: "quote" as const, recordId, sourceId: source.id })),
    );
}

function isSaid(text: string): boolean {
  return text.trim() !== "" && !isWithheldMark(text.trim());
}

/** A field of the form by the name its words have where they are withheld; what holds no words is none of them. */
function partOf(name: string): string[] {
  const [field = "", ...rest] = name.split(".");
  const last = rest.at(-1);
  if (field === "citations") return last === "words" ? [field] : [];
  if (field === "answers") return last === undefined ? [] : [field];
  if (last === "words") return ["words"];
  return [field === "claimantNames" ? "claimantName" : field];
}
