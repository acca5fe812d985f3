import type { Quantity } from "@/lib/domain/quantity";
import type { Texts } from "@/lib/domain/wave-record";
import { readFigure } from "@/lib/features/entries/schema";
import type { ActionInput } from "@/lib/features/entries/schema/action";
import { placeOf } from "@/lib/features/entries/schema/action-proposal";
import type { FigureInput } from "@/lib/features/entries/schema/figure";
import type { SourceInput } from "@/lib/features/entries/schema/input";
import { NEW_RECORD_INPUTS } from "@/lib/features/entries/schema/kinds";
import type { Directory } from "../schema/directory";
import type { ImportKind } from "../schema/fields";
import { readRow } from "../schema/read-row";
import type { Reading } from "../schema/row-cells";

/** The catalogues by whole keys, and how quantities, days and names are said, all in the reader's language. */
export type ReadWords = {
  text(key: string): string;
  quantity(quantity: Quantity): string;
  day(date: string): string;
  name(names: Texts): string;
};
type Said = Readonly<Record<string, string>>;
type Saying = { words: ReadWords; directory: Directory };

const BESIDE = ["sources", "note", "confidentialNote"] as const;

/** What is shown of a row once it is read, by the names the form's fields have; on the page only the first of them. */
export const READ_COLUMNS: Readonly<Record<ImportKind, readonly string[]>> = {
  figure: ["number", "date", "workforceId", "place", "measure", "claimant", "actionId", "words", ...BESIDE],
  action: ["actionType", "date", "endDate", "workforceId", "place", "certainty", "scope", ...BESIDE],
  workforce: ["workforceName", "occupation", "textLanguage", "employerId", "place", ...BESIDE],
  source: ["title", "publishedOn", "kind", "publisher", "language", "url", "origin", "note", "confidentialNote"],
};
export const ON_PAGE = 6;

/** How a column is headed. */
export function readLabel(column: string, { text }: Pick<ReadWords, "text">): string {
  return text(column === "sources" ? "entries.form.sources" : `entries.fields.${column}`);
}

/** A row in order as it was understood, column by column in words: what could be misread shows here before anything is sent. */
export function readAs(reading: Reading, cells: readonly string[], words: ReadWords): Said {
  const { payload } = readRow(reading, cells, cells.length);
  const saying = { words, directory: reading.directory };
  if (reading.kind === "figure") return figureSaid(NEW_RECORD_INPUTS.figure.parse(payload), saying);
  if (reading.kind === "action") return actionSaid(NEW_RECORD_INPUTS.action.parse(payload), saying);
  if (reading.kind === "source") return sourceSaid(NEW_RECORD_INPUTS.source.parse(payload), saying);
  const input = NEW_RECORD_INPUTS.workforce.parse(payload);
  const whole = input.wholeEmployer === "yes" ? words.text("entries.fields.wholeEmployer") : "";
  return {
    ...{ workforceName: input.workforceName, occupation: input.occupation, textLanguage: input.textLanguage },
    employerId: listed([named(input.employerId, saying), whole]),
    place: placeSaid(input.place, saying),
    ...besideSaid(input, saying),
  };
}

function figureSaid(input: FigureInput, saying: Saying): Said {
  const { text, quantity } = saying.words;
  const read = readFigure(input);
  const action = saying.directory.actions.get(input.actionId);
  return {
    // Why there is none is an answer too, and never a nought.
    number: "proposal" in read ? quantity(read.proposal.quantity) : "",
    date: whenSaid(input, saying),
    workforceId: named(input.workforceId, saying),
    place: action === undefined ? "" : placedSaid(action, saying),
    measure: listed([chosen("measures", input.measure, text), chosen("bases", input.basis, text)]),
    claimant: listed([chosen("claimants", input.claimant, text), input.claimantName]),
    actionId: action === undefined ? input.actionId : `${text(`entries.actionTypes.${action.type}`)} ${input.actionId}`,
    words: input.words,
    ...besideSaid(input, saying),
  };
}

function actionSaid(input: ActionInput, saying: Saying): Said {
  const { text, day } = saying.words;
  const flags = (["general", "political"] as const).filter((name) => input[name] === "yes");
  const openEnd = input.openEnd === "yes" ? text("entries.fields.openEnd") : "";
  return {
    actionType: listed([
      chosen("actionTypes", input.actionType, text),
      text(`record.stoppage.${input.stoppage}`),
      ...flags.map((name) => text(`entries.fields.${name}`)),
    ]),
    date: whenSaid(input, saying),
    endDate: listed([input.endDate === "" ? "" : day(input.endDate), openEnd]),
    workforceId: listed([named(input.workforceId, saying), input.participants]),
    place: placeSaid(input.place, saying),
    certainty: text(`record.certainty.${input.certainty}`),
    scope: text(`record.scope.${input.scope}`),
    ...besideSaid(input, saying),
  };
}

type SourceRow = { sources: SourceInput[]; origin: string; note: string; confidentialNote: string };

function sourceSaid({ sources, origin, note, confidentialNote }: SourceRow, { words: { text, day } }: Saying): Said {
  const [source] = sources;
  if (source === undefined) return {};
  const { title, publishedOn, kind, tier, publisher, language, url, description } = source;
  const tiers = `${text("entries.fields.tier")}: ${chosen("tiers", tier, text)}`;
  return {
    ...{ title, publishedOn: publishedOn === "" ? "" : day(publishedOn), publisher, language, origin },
    ...{ kind: listed([chosen("sourceKinds", kind, text), tiers]), url: url || description, note, confidentialNote },
  };
}

const listed = (parts: readonly string[]) => parts.filter((part) => part !== "").join(", ");
const chosen = (group: string, value: string, text: ReadWords["text"]) =>
  value === "" ? "" : text(`entries.${group}.${value}`);

type Typed = { sources: readonly SourceInput[]; note: string; confidentialNote: string };

function besideSaid({ sources, note, confidentialNote }: Typed, { words: { text } }: Saying): Said {
  const one = ({ existing, title, url, description, tier, quote }: SourceInput) =>
    existing ||
    listed([
      title,
      url || description,
      tier && `${text("entries.fields.tier")}: ${text(`entries.tiers.${tier}`)}`,
      quote,
    ]);
  return { sources: sources.map(one).join("; "), note, confidentialNote };
}

/** A recorded workforce or employer by its name and id. */
function named(id: string, { words, directory }: Saying): string {
  const names = directory.named.get(id);
  return names === undefined ? id : `${words.name(names)} (${id})`;
}

function placeSaid(typed: string, saying: Saying): string {
  const place = placeOf(typed);
  if (place === null) return typed;
  if (place.of === "country") return placedSaid({ regionId: null, localityId: null }, saying);
  return placedSaid({ regionId: null, localityId: null, [`${place.of}Id`]: place.id }, saying);
}

type Placed = { regionId: string | null; localityId: string | null };

function placedSaid({ regionId, localityId }: Placed, { words, directory }: Saying): string {
  const rows = localityId === null ? directory.regionRows : directory.localityRows;
  const names = rows.find(({ id }) => id === (localityId ?? regionId))?.names;
  return names === undefined ? words.text("pages.action.country") : words.name(names);
}

type When = Pick<FigureInput, "date" | "precision" | "partOfDay" | "hour">;

/** The day with its month in letters, so that nobody takes one for the other, and how finely it is known. */
function whenSaid({ date, precision, partOfDay, hour }: When, { words: { text, day } }: Saying): string {
  const clock = precision === "hour" && hour !== "" ? `${hour.padStart(2, "0")}:00` : "";
  const coarse = precision === "week" || precision === "month" ? chosen("precisions", precision, text) : "";
  return listed([
    date === "" ? "" : day(date),
    precision === "part_of_day" ? chosen("parts", partOfDay, text) : "",
    clock,
    coarse,
  ]);
}
