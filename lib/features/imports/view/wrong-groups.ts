import type { RowProblem } from "../schema/row-cells";

/** Rows that one and the same thing is wrong with: the problem, what the cell holds, and where it does. */
export type WrongGroup = {
  problem: RowProblem;
  cell: string;
  count: number;
  /** The first of its rows, in the order of the file. */
  rows: number[];
  /** The very first of them as it was. */
  cells: string[];
};

/** A group in the reader's words. */
export type SaidGroup = Pick<WrongGroup, "cell" | "count" | "cells"> & {
  key: string;
  column: string;
  reason: string;
  /** Rows by their numbers, those that follow each other as one: "3, 5–9". */
  rows: string;
  /** How many more there are. */
  more: number;
};

/** Numbers in order, those that follow each other as a range. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
