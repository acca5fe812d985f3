import type { PlacePrecision } from "@/lib/domain/wave-record";
import { placeLabel } from "@/lib/features/actions/view";
import { type Part, plain, type RecordKey, type RecordsContext } from "./context";
import { regionPart } from "./titles";

/** One line of what a record says: a label and one or several values. */
export type Fact = { label: string; values: Part[] };

type Label = Extract<RecordKey, `fact.${string}`>;

/** Facts are left out only where the record has no such field; what is not known is said. */
export function fact(label: Label, values: readonly (Part | null)[], { words }: RecordsContext): Fact[] {
  const said = values.filter((value) => value !== null && value.text !== "") as Part[];
  return said.length === 0 ? [] : [{ label: words(label), values: said }];
}

type Placed = {
  localityId: string | null;
  regionId: string | null;
  placePrecision?: PlacePrecision;
  placeInferred?: boolean;
  site?: Parameters<typeof placeLabel>[0]["site"];
};

/** The place as far as it is known, and its region, which leads on. */
export function placeParts(row: Placed, context: RecordsContext): Part[] {
  const { words } = context;
  if (row.localityId === null && row.regionId === null && row.placePrecision === undefined) {
    return [plain(words("noPlace"))];
  }
  const placed = { ...row, site: row.site ?? null, placePrecision: row.placePrecision ?? "region" };
  const label = placeLabel(placed, context.record, context.locale, context.actionWords);
  const region = row.regionId === null ? null : regionPart(row.regionId, context);
  const place = region?.text === label ? [region] : region ? [plain(label), region] : [plain(label)];
  return row.placeInferred ? [...place, plain(words("placeInferred"))] : place;
}
