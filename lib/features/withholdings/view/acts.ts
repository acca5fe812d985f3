import type { WithheldRow } from "@/lib/domain/wave-record";

/** That something of a record was withheld, or was public again, in the hour that is told of it. */
export type WithholdingAct = Pick<WithheldRow, "recordId" | "scope" | "ground"> & {
  kind: "withheld" | "put_back";
  at: number;
  /** The how manieth withholding of its record it belongs to: the hours of two may be the same. */
  number: number;
};

/** What was done by a moment, given the longest ago first; of one hour, what was done last comes first. */
export function actsBy(known: number, withheld: readonly WithheldRow[]): WithholdingAct[] {
  const counts = new Map<string, number>();
  const acts = withheld.flatMap(({ recordId, scope, ground, since, putBackAt }): WithholdingAct[] => {
    const number = (counts.get(recordId) ?? 0) + 1;
    counts.set(recordId, number);
    const of = { recordId, scope, ground, number };
    const back = putBackAt === null ? [] : [{ ...of, kind: "put_back" as const, at: putBackAt }];
    return [{ ...of, kind: "withheld", at: since }, ...back];
  });
  return acts
    .filter(({ at }) => at <= known)
    .toReversed()
    .toSorted((one, other) => other.at - one.at);
}
