import type { LabelSide } from "./map-types";

export type Box = { left: number; top: number; right: number; bottom: number };
export type Anchor = "start" | "middle" | "end";
export type PlacedLabel = { id: string; x: number; y: number; anchor: Anchor };

export const lineHeight = 1.12;

export type Label = { id: string; x: number; y: number; radius: number; side: LabelSide; width: number; lines: number };

const sides: readonly LabelSide[] = ["e", "ne", "se", "s", "n", "w", "nw", "sw"];

/** Wide enough for the system sans faces; bold and Cyrillic run wider than Latin text. */
export function estimateWidth(text: string, fontSize: number): number {
  const cyrillic = /[Ѐ-ӿ]/.test(text);
  return text.length * fontSize * (cyrillic ? 0.63 : 0.56);
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function discBox(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

type TextSize = { width: number; lines: number; fontSize: number };

export function textBox(at: PlacedLabel, { width, lines, fontSize }: TextSize): Box {
  const left = at.anchor === "start" ? at.x : at.anchor === "end" ? at.x - width : at.x - width / 2;
  const bottom = at.y + fontSize * (0.3 + (lines - 1) * lineHeight);
  return { left, top: at.y - fontSize * 0.85, right: left + width, bottom };
}

/** The baseline of the first line on one side of the label's marker. */
function labelAt(label: Label, side: LabelSide, fontSize: number): PlacedLabel {
  const gap = label.radius + fontSize * 0.32;
  const slant = side.length === 2 ? 0.75 : 1;
  const dx = side.endsWith("e") ? gap * slant : side.endsWith("w") ? -gap * slant : 0;
  const extra = (label.lines - 1) * lineHeight * fontSize;
  const above = side.startsWith("n") ? -gap * slant - extra : 0;
  const below = side.startsWith("s") ? gap * slant + fontSize * 0.72 : 0;
  const level = above === 0 && below === 0 ? fontSize * 0.36 - extra / 2 : 0;
  const anchor = dx > 0 ? "start" : dx < 0 ? "end" : "middle";
  return { id: label.id, x: label.x + dx, y: label.y + above + below + level, anchor };
}

function inFrame(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

/** Ground a label may not cover, unless it is the label's own marker. */
export type Taken = { of: string; box: Box };
export type Ground = { frame: Box; taken: Taken[]; fontSize: number };

/** First come, first served: a label without a free side is left out. `taken` grows by what is placed. */
export function placeLabels(labels: readonly Label[], { frame, taken, fontSize }: Ground): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const others = taken.filter((other) => other.of !== label.id);
    for (const side of [label.side, ...sides]) {
      const candidate = labelAt(label, side, fontSize);
      const box = textBox(candidate, { width: label.width, lines: label.lines, fontSize });
      if (!inFrame(box, frame) || others.some((other) => overlaps(box, other.box))) continue;
      placed.push(candidate);
      taken.push({ of: label.id, box });
      break;
    }
  }
  return placed;
}
