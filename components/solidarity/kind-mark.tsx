import type { SolidarityKind } from "@/lib/domain/wave-record";

/** Each kind has its own shape and its own line, all in the one colour of solidarity. */
const SHAPES: Readonly<Record<SolidarityKind, string>> = {
  solidarity_strike: "M-4.5-4.5H4.5V4.5H-4.5Z",
  rally: "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",
  statement: "M0-5.6L5.4 3.9H-5.4Z",
  fund: "M0-6L6 0L0 6L-6 0Z",
  refusal_to_handle_work: "M-2-5.4H2V-2H5.4V2H2V5.4H-2V2H-5.4V-2H-2Z",
};

const LINES: Readonly<Record<SolidarityKind, { strokeWidth: number; strokeDasharray?: string }>> = {
  solidarity_strike: { strokeWidth: 3.2 },
  rally: { strokeWidth: 1.6 },
  statement: { strokeWidth: 1.8, strokeDasharray: "2 3.4" },
  fund: { strokeWidth: 1.8, strokeDasharray: "8 3.4" },
  refusal_to_handle_work: { strokeWidth: 1.8, strokeDasharray: "8 3 2 3" },
};

export function lineOf(kind: SolidarityKind): { strokeWidth: number; strokeDasharray?: string } {
  return LINES[kind];
}

type KindMarkProps = { kind: SolidarityKind; x: number; y: number; isOpen?: boolean };

/** Open and dashed where only one side says so or others say otherwise, as disputed figures are. */
export function KindMark({ kind, x, y, isOpen = false }: KindMarkProps) {
  return (
    <path
      d={SHAPES[kind]}
      transform={`translate(${round(x)} ${round(y)})`}
      fill={isOpen ? "var(--paper)" : "var(--solidarity)"}
      stroke={isOpen ? "var(--solidarity)" : "var(--paper)"}
      strokeWidth={isOpen ? 1.6 : 1}
      {...(isOpen ? { strokeDasharray: "2.6 1.6" } : {})}
    />
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
