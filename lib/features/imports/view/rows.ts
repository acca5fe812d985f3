import type { EntryState } from "@/lib/domain/entry";
import type { Epoch } from "@/lib/domain/moment";
import type { ColumnFacts } from "../schema/column-facts";
import type { ImportKind } from "../schema/fields";
import type { ImportState } from "../schema/import-states";
import type { Mapping } from "../schema/mapping";
import type { RowProblem } from "../schema/row-cells";

/** A file of proposals. */
export type BatchRow = {
  id: string;
  waveId: string;
  authorId: string;
  kind: ImportKind;
  state: ImportState;
  fileName: string;
  /** Null while its author has to say which letters its bytes are. */
  encoding: string | null;
  /** The sign between two of its cells; files that answer it have the same. */
  separator: string;
  header: string[];
  columns: ColumnFacts[];
  mapping: Mapping | null;
  /** How often in a row a server failed at it; after so many times it is stopped. */
  failures: number;
  createdAt: Epoch;
};

/** One of the author's files, in a list. */
export type BatchLine = Pick<BatchRow, "id" | "state" | "fileName" | "createdAt"> & { kind: string };

export type Counts = Record<"waiting" | "ready" | "wrong" | "sent" | "double", number>;

/** How many entries of a file stand where. */
export type EntryCount = { state: EntryState; count: number };

/** A row as it was, and what became of it. */
export type FileRow = {
  number: number;
  cells: string[];
  outcome: keyof Counts;
  problems: RowProblem[];
  entryId: string | null;
};
