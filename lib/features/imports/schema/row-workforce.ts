import { placeOf } from "./row-action";
import type { RowCells } from "./row-cells";
import { foundIn } from "./row-references";
import { notesOf, sourcesOf } from "./row-sources";

/** What the form of a workforce would send for this row. */
export function workforceOf(row: RowCells): Record<string, unknown> {
  const { directory } = row.reading;
  return {
    recordKind: "workforce",
    ...{ waveId: directory.waveId, workforceName: row.text("name"), occupation: row.text("occupation") },
    textLanguage: row.choice("text_language"),
    employerId: foundIn(row, "employer", directory.employers),
    ...{ wholeEmployer: row.flag("whole_employer"), place: placeOf(row) },
    sources: sourcesOf(row),
    ...notesOf(row),
  };
}

/** What the form of a source would send for this row. */
export function sourceOf(row: RowCells): Record<string, unknown> {
  return {
    ...{ recordKind: "source", waveId: row.reading.directory.waveId },
    ...{ archivedUrl: row.text("archived_url"), origin: row.text("origin") },
    sources: sourcesOf(row),
    ...notesOf(row),
  };
}
