import type { ReactNode } from "react";

type PatternProps = { id: string; size: number; children: ReactNode };

function Tile({ id, size, children }: PatternProps) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
      {children}
    </pattern>
  );
}

function StrikeTile({ id }: { id: string }) {
  return (
    <Tile id={id} size={6}>
      <rect width="6" height="6" fill="var(--strike)" />
      <path d="M0 3H6" stroke="var(--paper)" strokeWidth="0.9" strokeOpacity="0.38" />
    </Tile>
  );
}

function RallyTile({ id }: { id: string }) {
  return (
    <Tile id={id} size={6}>
      <rect width="6" height="6" fill="var(--rally)" />
      <path d="M3 0V6" stroke="var(--paper)" strokeWidth="0.9" strokeOpacity="0.6" />
    </Tile>
  );
}

function BothTile({ id }: { id: string }) {
  return (
    <Tile id={id} size={12}>
      <rect width="12" height="12" fill="var(--strike)" />
      <path d="M0 3H12M0 9H12" stroke="var(--paper)" strokeWidth="0.9" strokeOpacity="0.38" />
      <rect x="3" width="3.6" height="12" fill="var(--rally)" />
    </Tile>
  );
}

function HatchTile({ id }: { id: string }) {
  return (
    <Tile id={id} size={9}>
      <path d="M-2 -2L11 11M-2 7L2 11M7 -2L11 2" stroke="var(--state-action)" strokeWidth="1.8" />
    </Tile>
  );
}

/** Each dot has its own ground: what lies under them keeps its full colour, for pale means possible. */
function VeilTile({ id }: { id: string }) {
  const dot = (at: number) => (
    <>
      <circle cx={at} cy={at} r="2.1" fill="var(--paper)" />
      <circle cx={at} cy={at} r="1.3" fill="var(--veil)" />
    </>
  );
  return (
    <Tile id={id} size={9}>
      {dot(2.25)}
      {dot(6.75)}
    </Tile>
  );
}

/** Whether it went on is asked, not known: marks of a question, each on its own ground; fewer and larger on a narrow map. */
function AskedTile({ id }: { id: string }) {
  const mark = (x: number, y: number) => (
    <text x={x} y={y} fill="var(--ink)" stroke="var(--paper)" strokeWidth="3" paintOrder="stroke">
      ?
    </text>
  );
  return (
    <Tile id={id} size={34}>
      <g fontSize="12" fontWeight="700" textAnchor="middle" className="@max-[560px]:hidden">
        {mark(8.5, 13)}
        {mark(25.5, 30)}
      </g>
      <g fontSize="25" fontWeight="700" textAnchor="middle" className="hidden @max-[560px]:block">
        {mark(17, 26)}
      </g>
    </Tile>
  );
}

/**
 * Lying lines mean strike, standing lines rally, split bands both, slanting bars the state, dots no coverage, marks of a question what
 * began and may have gone on: the map reads without its colours.
 */
export function MapPatterns({ idPrefix }: { idPrefix: string }) {
  return (
    <defs>
      <StrikeTile id={`${idPrefix}-strike`} />
      <RallyTile id={`${idPrefix}-rally`} />
      <BothTile id={`${idPrefix}-both`} />
      <Tile id={`${idPrefix}-nothing`} size={8}>
        <rect width="8" height="8" fill="var(--paper-2)" />
      </Tile>
      <HatchTile id={`${idPrefix}-hatch`} />
      <VeilTile id={`${idPrefix}-veil`} />
      <AskedTile id={`${idPrefix}-asked`} />
    </defs>
  );
}
