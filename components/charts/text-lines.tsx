import type { LinkedText } from "@/lib/shared/chart/chart";

type TextLinesProps = {
  lines: readonly (readonly LinkedText[])[];
  x: number;
  /** Baseline of the first line. */
  y: number;
  size: number;
  leading: number;
  bold?: boolean;
  colour?: string;
  anchor?: "start" | "end";
  halo?: boolean;
};

/** Lines of text, some of it links; underlined where it leads somewhere other than a name does. */
export function TextLines({ lines, x, y, size, leading, ...look }: TextLinesProps) {
  const { bold = false, colour = "var(--ink-2)", anchor = "start", halo = false } = look;
  return lines.map((pieces, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
      key={index}
      x={x}
      y={y + index * leading}
      fontSize={size}
      fill={colour}
      {...(bold ? { fontWeight: 700 } : {})}
      {...(anchor === "end" ? { textAnchor: "end" as const } : {})}
      {...(halo ? { stroke: "var(--paper)", strokeWidth: 3, paintOrder: "stroke", strokeLinejoin: "round" } : {})}
    >
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
        <Piece key={at} piece={piece} plain={bold} />
      ))}
    </text>
  ));
}

function Piece({ piece, plain }: { piece: LinkedText; plain: boolean }) {
  if (piece.href === null) return piece.text;
  return (
    <a href={piece.href} {...(plain ? {} : { textDecoration: "underline" })}>
      {piece.text}
    </a>
  );
}
