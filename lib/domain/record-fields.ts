import { STANDINGS } from "./claim";
import { CUT_CAUSES, METHOD_CAUSES } from "./coverage";
import type { RecordKind } from "./id";
import { BASES, CLAIMANTS, MEASURES } from "./measure";

/** What a field holds, and so how it is compared, said and asked for. */
export type FieldShape =
  | "texts"
  | "line"
  | "lines"
  | "language"
  | "choice"
  | "flag"
  | "quantity"
  | "moment"
  | "instant"
  | "date"
  | "reference"
  | "references"
  | "answers";

/** What a reference leads to: a record of a kind, or something of the country that is no record. */
export type ReferenceTo = RecordKind | "region" | "locality" | "employer";

/** One field of a kind of record. `isNeeded`: it is never empty, a text in every language. `isFixed`: nobody corrects it. */
export type RecordField = {
  name: string;
  shape: FieldShape;
  isNeeded?: true;
  isFixed?: true;
  options?: readonly string[];
  to?: ReferenceTo;
};

const CERTAINTIES = ["confirmed", "claimed", "contradicted"];
const PLACE_PRECISIONS = ["site", "locality", "unnamed_localities", "region", "country"];

const choice = (name: string, options: readonly string[]): RecordField => ({
  name,
  shape: "choice",
  options,
  isNeeded: true,
});
const flag = (name: string): RecordField => ({ name, shape: "flag" });
const texts = (name: string): RecordField => ({ name, shape: "texts" });
const needed = (field: RecordField): RecordField => ({ ...field, isNeeded: true });
const moment = (name: string): RecordField => ({ name, shape: "moment" });
const refers = (name: string, to: ReferenceTo): RecordField => ({ name, shape: "reference", to });

const NOTE = texts("note");
const PLACE = [refers("localityId", "locality"), refers("regionId", "region")];
const PRECISE_PLACE = [...PLACE, choice("placePrecision", PLACE_PRECISIONS)];
const CLAIM: readonly RecordField[] = [
  { name: "quantity", shape: "quantity", isNeeded: true },
  { name: "wordsLanguage", shape: "language" },
  needed(moment("asOf")),
  choice("claimant", CLAIMANTS),
  texts("claimantNames"),
  choice("standing", STANDINGS),
  texts("standingReason"),
];

/** Every field of every kind of record, apart from its envelope, in the order in which it is read and asked for. */
export const RECORD_FIELDS: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  figure: [
    choice("subject", ["action", "event", "region", "wave"]),
    refers("actionId", "action"),
    refers("eventId", "event"),
    refers("regionId", "region"),
    refers("workforceId", "workforce"),
    choice("measure", MEASURES),
    choice("basis", BASES),
    ...CLAIM,
    flag("disputed"),
    texts("disputeReason"),
    NOTE,
  ],
  workforce_size: [needed(refers("workforceId", "workforce")), texts("scopeNote"), flag("comparable"), ...CLAIM],
  workforce: [
    { name: "slug", shape: "line", isNeeded: true, isFixed: true },
    needed(texts("names")),
    needed(texts("occupation")),
    { name: "otherNames", shape: "lines" },
    refers("employerId", "employer"),
    ...PLACE,
    flag("wholeEmployer"),
    NOTE,
  ],
  action: [
    choice("type", ["strike", "rally", "march", "blockade", "occupation", "other"]),
    flag("general"),
    flag("solidarity"),
    flag("political"),
    choice("stoppage", ["yes", "no", "unclear"]),
    choice("scope", ["workplace", "employer", "sector", "region", "national"]),
    ...PRECISE_PLACE,
    flag("placeInferred"),
    texts("site"),
    texts("participants"),
    needed(moment("start")),
    moment("end"),
    flag("openEnd"),
    { name: "lastKnownAt", shape: "instant" },
    choice("certainty", CERTAINTIES),
    { name: "workforceIds", shape: "references", to: "workforce" },
    { name: "demandIds", shape: "references", to: "demand" },
    NOTE,
  ],
  event: [
    choice("kind", ["government_measure", "repression", "intervention", "settlement", "disaster", "other"]),
    needed(texts("text")),
    texts("actor"),
    ...PRECISE_PLACE,
    needed(moment("start")),
    moment("end"),
    choice("certainty", CERTAINTIES),
    { name: "answers", shape: "answers", to: "demand" },
    NOTE,
  ],
  demand: [
    choice("kind", ["wages", "conditions", "union_rights", "prices", "political", "rights"]),
    needed(texts("text")),
    needed(texts("raisedBy")),
    refers("workforceId", "workforce"),
    needed(moment("raisedAt")),
    { name: "target", shape: "quantity" },
    NOTE,
  ],
  solidarity: [
    choice("kind", ["solidarity_strike", "rally", "statement", "fund", "refusal_to_handle_work"]),
    choice("supporterKind", ["workforce", "organisation", "public", "country"]),
    needed(texts("supporterName")),
    refers("workforceId", "workforce"),
    { name: "fromCountry", shape: "line", isNeeded: true },
    refers("toActionId", "action"),
    refers("asActionId", "action"),
    needed(texts("text")),
    needed(moment("givenAt")),
    { name: "amount", shape: "quantity" },
    NOTE,
  ],
  source: [
    { name: "title", shape: "line", isNeeded: true },
    { name: "publisher", shape: "line" },
    { name: "url", shape: "line" },
    { name: "archivedUrl", shape: "line" },
    { name: "language", shape: "language", isNeeded: true },
    { name: "publishedOn", shape: "date" },
    choice("kind", [
      ...["press", "agency", "official", "company", "union"],
      ...["organisation", "social_media", "research", "reference", "other"],
    ]),
    choice("tier", ["one", "two"]),
    { name: "origin", shape: "line" },
    NOTE,
  ],
  coverage_note: [
    refers("regionId", "region"),
    choice("cause", [...CUT_CAUSES, ...METHOD_CAUSES]),
    needed(texts("text")),
    needed(moment("start")),
    moment("end"),
  ],
};
