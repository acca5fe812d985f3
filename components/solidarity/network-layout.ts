import { flowText } from "@/components/charts/text-flow";
import type { NetworkAct, NetworkView } from "@/lib/features/solidarity/view/network";
import type { LinkedText } from "@/lib/shared/chart/chart";

export const NAME_FACE = { size: 12.5, bold: true };
export const PLACE_FACE = { size: 11 };
const LEADING = 15;
const HEADING = 26;
const SLOT = 13;
const GAP = 12;

/** Columns of names with the lines between them, for a phone and for everything else. */
export const WIDTHS = {
  narrow: { width: 344, left: 134, right: 126 },
  wide: { width: 800, left: 264, right: 244 },
} as const;
export type NetworkVariant = keyof typeof WIDTHS;

export type PlacedName = { key: string; name: LinkedText[][]; place: string[]; top: number; bottom: number };
export type PlacedHeading = { text: string; y: number; isAbroad: boolean };
export type Strand = { act: NetworkAct; from: { x: number; y: number }; to: { x: number; y: number } };

export type NetworkLayout = {
  width: number;
  height: number;
  /** Right edge of the names of supporters, left edge of the names of the supported. */
  edges: { left: number; right: number };
  headings: PlacedHeading[];
  supporters: PlacedName[];
  supported: PlacedName[];
  strands: Strand[];
};

type Drawn = Pick<NetworkView, "groups" | "supported" | "acts">;
type Line = { act: NetworkAct; end: string };

/**
 * Supporters on the left under their regions, the supported on the right as near as they can be to those who stood by
 * them, one line for each act and end. The same view always gives the same drawing.
 */
export function networkLayout(view: Drawn, variant: NetworkVariant): NetworkLayout {
  const { width, left, right } = WIDTHS[variant];
  const lines = view.acts.flatMap((act) => act.to.map((end): Line => ({ act, end })));
  const { headings, placed: supporters, bottom } = placeSupporters(view, lines, left);
  const starts = new Map(supporters.map((one) => [one.key, middle(one)]));
  const supported = placeSupported(view, lines, { starts, width: right });
  const edges = { left, right: width - right };
  const height = Math.ceil(Math.max(bottom, supported.at(-1)?.bottom ?? 0)) + 6;
  return {
    width,
    height,
    edges,
    headings,
    supporters,
    supported,
    strands: strandsOf(lines, supporters, supported, edges),
  };
}

const middle = ({ top, bottom }: PlacedName) => (top + bottom) / 2;

function heightOf(name: LinkedText[][], place: readonly string[], lines: number): number {
  return Math.max((name.length + place.length) * LEADING, lines * SLOT) + 2;
}

function flowName(text: string, href: string | null, width: number): LinkedText[][] {
  return flowText([{ text, href }], { width: width - 6, face: NAME_FACE, maxLines: 4 });
}

function placeSupporters({ groups }: Drawn, lines: readonly Line[], width: number) {
  const headings: PlacedHeading[] = [];
  const placed: PlacedName[] = [];
  let top = 0;
  for (const { heading, isAbroad, supporters } of groups) {
    headings.push({ text: heading, y: top + HEADING - 9, isAbroad });
    top += HEADING;
    for (const { key, name: text, href } of supporters) {
      const name = flowName(text, href, width);
      const bottom = top + heightOf(name, [], lines.filter(({ act }) => act.from === key).length);
      placed.push({ key, name, place: [], top, bottom });
      top = bottom + GAP;
    }
  }
  return { headings, placed, bottom: top };
}

type Starts = { starts: Map<string, number>; width: number };

/** Each at the mean height of those who stood by it, pushed down only where another stands there already. */
function placeSupported({ supported }: Drawn, lines: readonly Line[], { starts, width }: Starts): PlacedName[] {
  const wished = supported.map((one) => {
    const own = lines.filter(({ end }) => end === one.key).map(({ act }) => starts.get(act.from) ?? 0);
    const at = own.reduce((sum, y) => sum + y, 0) / Math.max(1, own.length);
    const name = flowName(one.name, one.href, width);
    const place = one.place === null ? [] : placeLines(one.place, width);
    return { key: one.key, name, place, at, height: heightOf(name, place, own.length) };
  });
  let free = HEADING;
  return wished
    .toSorted((a, b) => a.at - b.at || a.key.localeCompare(b.key, "en", { numeric: true }))
    .map(({ at, height, ...one }) => {
      const top = Math.max(free, at - height / 2);
      free = top + height + GAP;
      return { ...one, top, bottom: top + height };
    });
}

function placeLines(text: string, width: number): string[] {
  const lines = flowText([{ text, href: null }], { width: width - 6, face: PLACE_FACE, maxLines: 2 });
  return lines.map((line) => line.map((piece) => piece.text).join(""));
}

/** At both ends lines stand apart from each other, in the order in which they cross least. */
function strandsOf(
  lines: readonly Line[],
  supporters: readonly PlacedName[],
  supported: readonly PlacedName[],
  edges: NetworkLayout["edges"],
): Strand[] {
  const [starts, ends] = [byKey(supporters), byKey(supported)];
  const at = (places: Map<string, PlacedName>, key: string) => {
    const place = places.get(key);
    return place ? middle(place) : 0;
  };
  const slotOf = (place: PlacedName | undefined, own: readonly Line[], line: Line) =>
    place ? middle(place) + (own.indexOf(line) - (own.length - 1) / 2) * SLOT : 0;
  return lines.map((line) => {
    const { act, end } = line;
    const leaving = lines
      .filter((one) => one.act.from === act.from)
      .toSorted((a, b) => at(ends, a.end) - at(ends, b.end));
    const coming = lines
      .filter((one) => one.end === end)
      .toSorted((a, b) => at(starts, a.act.from) - at(starts, b.act.from));
    return {
      act,
      from: { x: edges.left + 10, y: slotOf(starts.get(act.from), leaving, line) },
      to: { x: edges.right - 8, y: slotOf(ends.get(end), coming, line) },
    };
  });
}

function byKey(places: readonly PlacedName[]): Map<string, PlacedName> {
  return new Map(places.map((one) => [one.key, one]));
}
