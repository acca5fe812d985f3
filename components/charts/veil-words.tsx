import type { Veil } from "@/lib/shared/chart/drawing";
import type { Plot } from "./plot";
import { textWidth } from "./text-flow";
import { TextLines } from "./text-lines";

const FACE = { size: 11.5 };

/** Says once, on the veil, why silence means nothing there, and leads to the note. */
export function VeilWords({ veils, plot, y }: { veils: readonly Veil[]; plot: Plot; y: number }) {
  const [veil] = veils;
  if (!veil) return null;
  const width = textWidth(veil.text, FACE);
  const x = Math.max(plot.left, Math.min(plot.x(veil.from) + 5, plot.right - width - 4));
  return <TextLines lines={[[veil]]} x={x} y={y} size={FACE.size} leading={0} halo />;
}
