import type { LinkedText } from "@/lib/shared/chart/chart";
import { textWidth } from "./text-flow";

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

/** Lines of text, some of it links; underlined unless bold. `halo` lays paper under it where lines or dots run. */
export function TextLines({ lines, x, y, size, leading, ...look }: TextLinesProps) {
  const { bold = false, colour = "var(--ink-2)", anchor = "start", halo = false } = look;
  return lines.map((pieces, index) => (
    <Line
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
      key={index}
      pieces={pieces}
      x={x}
      y={y + index * leading}
      {...{ size, bold, colour, anchor, halo }}
      more={index < lines.length - 1}
    />
  ));
}

type LineProps = Required<Pick<TextLinesProps, "x" | "y" | "size" | "bold" | "colour" | "anchor" | "halo">> & {
  pieces: readonly LinkedText[];
  more: boolean;
};

function Line({ pieces, more, x, y, size, bold, colour, anchor, halo }: LineProps) {
  const width = halo ? textWidth(pieces.map(({ text }) => text).join(""), { size, bold }) : 0;
  const words = (
    <text
      x={x}
      y={y}
      fontSize={size}
      fill={colour}
      {...(bold ? { fontWeight: 700 } : {})}
      {...(anchor === "end" ? { textAnchor: "end" as const } : {})}
    >
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
        <Piece key={at} piece={piece} plain={bold} />
      ))}
      {/* Read together, the lines of one text must not run into one word. */}
      {more ? " " : ""}
    </text>
  );
  if (!halo) return words;
  const left = anchor === "end" ? x - width : x;
  return (
    <>
      <rect x={left - 2} y={y - size} width={width + 3} height={size * 1.35} fill="var(--paper)" fillOpacity="0.88" />
      {words}
    </>
  );
}

// The underline stands on the inside: the page underlines every link, and a drawing only those that look like text.
function Piece({ piece, plain }: { piece: LinkedText; plain: boolean }) {
  if (piece.href === null) return piece.text;
  return <a href={piece.href}>{plain ? piece.text : <tspan textDecoration="underline">{piece.text}</tspan>}</a>;
}
