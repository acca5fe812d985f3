import { TextLines } from "@/components/charts/text-lines";
import type { NetworkView } from "@/lib/features/solidarity/view/network";
import { KindMark, lineOf } from "./kind-mark";
import {
  NAME_FACE,
  type NetworkVariant,
  networkLayout,
  PLACE_FACE,
  type PlacedHeading,
  type PlacedName,
  type Strand,
} from "./network-layout";

const LEADING = 15;

type Props = { view: NetworkView; variant: NetworkVariant; className: string };

/** Drawn on the server: names and lines are links, and nothing of it needs a script. */
export function NetworkDrawing({ view, variant, className }: Props) {
  const { width, height, edges, headings, supporters, supported, strands } = networkLayout(view, variant);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={view.description} className={className}>
      {headings.map((heading) => (
        <Heading key={heading.y} heading={heading} width={width} />
      ))}
      {strands.map((strand) => (
        <StrandLink key={`${strand.act.id} ${strand.to.y}`} strand={strand} />
      ))}
      {supporters.map((one) => (
        <Name key={one.key} placed={one} x={0} bar={edges.left + 2} />
      ))}
      {supported.map((one) => (
        <Name key={one.key} placed={one} x={edges.right + 6} bar={edges.right - 4} />
      ))}
    </svg>
  );
}

function Heading({ heading: { text, y, isAbroad }, width }: { heading: PlacedHeading; width: number }) {
  return (
    <>
      {isAbroad && <path d={`M0 ${y - 16}H${width}`} stroke="var(--ink-2)" strokeDasharray="2 3" />}
      <text x={0} y={y} fontSize={PLACE_FACE.size} fill="var(--ink-2)">
        {text}
      </text>
    </>
  );
}

function Name({ placed: { name, place, top, bottom }, x, bar }: { placed: PlacedName; x: number; bar: number }) {
  const lines = name.length + place.length;
  const first = (top + bottom) / 2 - ((lines - 1) * LEADING) / 2 + 4.5;
  const places = place.map((text) => [{ text, href: null }]);
  return (
    <g>
      <rect x={bar} y={top} width={3} height={bottom - top} fill="var(--ink)" />
      <TextLines lines={name} x={x} y={first} leading={LEADING} colour="var(--ink)" {...NAME_FACE} />
      <TextLines lines={places} x={x} y={first + name.length * LEADING} leading={LEADING} {...PLACE_FACE} />
    </g>
  );
}

/** Lines are thin: what can be pointed at is wider than what is seen. */
function StrandLink({ strand: { act, from, to } }: { strand: Strand }) {
  const half = (from.x + to.x) / 2;
  const path = `M${from.x} ${from.y}C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
  return (
    <a href={act.href} className="[&:hover_.line]:opacity-100 [&:focus-visible_.line]:opacity-100">
      <title>{act.title}</title>
      <path d={path} fill="none" stroke="transparent" strokeWidth="11" pointerEvents="stroke" />
      <path d={path} fill="none" stroke="var(--solidarity)" className="line opacity-80" {...lineOf(act.kind)} />
      <KindMark kind={act.kind} x={from.x} y={from.y} isOpen={act.isUnsure} />
    </a>
  );
}
