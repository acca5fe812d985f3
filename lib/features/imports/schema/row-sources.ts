import type { RowCells } from "./row-cells";

type Slot = Record<string, string>;

/** The sources of a row: those named by their ids, and a new one where its columns say anything. */
export function sourcesOf(row: RowCells): Slot[] {
  const quote = row.text("quote");
  const language = row.text("source_language");
  const ids = row
    .text("source_ids")
    .split(/[\s;,|]+/)
    .filter(Boolean);
  const described = row.text("source_description");
  const added: Slot = {
    url: row.text("source_url"),
    ...{ description: described, title: row.text("source_title"), publisher: row.text("source_publisher") },
    publishedOn: plainDay(row, "source_published_on"),
  };
  const hasNew = Object.values(added).some((text) => text !== "");
  const recorded = ids.map((existing, at) => ({ existing, quote: at === 0 && !hasNew ? quote : "", language }));
  if (!hasNew) return recorded;
  const noAddress = added.url === "" && described !== "" ? "yes" : "";
  // A form has chosen both beforehand, where whoever fills it sees it; of a row nobody would.
  const chosen = (name: string) => row.choice(name) || (row.isRefused(name) ? "" : row.refuse(name, "value_missing"));
  const what = { kind: chosen("source_kind"), tier: chosen("source_tier") };
  // First, so that what is wrong with it is told of the columns it came from.
  return [{ ...added, ...what, noAddress, language, quote }, ...recorded];
}

/** A day of the calendar without a place: what carries a clock is not one. */
export function plainDay(row: RowCells, name: string): string {
  const day = row.day(name);
  if (day === null) return "";
  return "date" in day ? day.date : new Date(day.at).toISOString().slice(0, 10);
}

export function notesOf(row: RowCells) {
  return {
    note: row.text("note"),
    noteLanguage: row.choice("note_language"),
    confidentialNote: row.text("confidential_note"),
  };
}
