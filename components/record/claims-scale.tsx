import type { ClaimGroup, ClaimView, ScaleView } from "@/lib/features/records/view/claims";
import type { RecordWords } from "@/lib/features/records/view/context";
import { ClaimMark } from "./claim-marks";
import { ScaleKey } from "./scale-key";

type Props = { group: ClaimGroup; words: RecordWords; isWhole: boolean };

/** The labels beside the drawing where there is room, above each mark where there is not. */
const ROW = "grid items-center gap-x-6 px-3 md:grid-cols-[18rem_minmax(0,1fr)]";
const BEHIND = "absolute top-5 right-3 bottom-0 left-3 md:left-[20.25rem]";

/**
 * The claims of one group as a list whose marks lie on one scale. The list is what a screen reader hears, so the
 * drawing says nothing that the words do not. `isWhole`: each claim stands whole further down the page, and its line
 * leads there; else to the claim's own page.
 */
export function ClaimsScale({ group, words, isWhole }: Props) {
  const { scale } = group;
  return (
    <figure className="mb-6 max-w-4xl">
      <div className="relative border-b border-ink pt-5">
        {scale ? <Ground scale={scale} label={words("page.axisAccepted")} /> : null}
        <ol className="relative">
          {group.claims.map((claim) => (
            <li key={claim.id} className={`${ROW} py-1.5`}>
              <ClaimLabel claim={claim} words={words} href={isWhole ? `#${claim.id}` : claim.href} />
              <Mark claim={claim} scale={scale} unknown={words("page.axisNone")} />
            </li>
          ))}
        </ol>
      </div>
      {scale ? <Ticks scale={scale} /> : null}
      <figcaption className="mt-1 px-3 text-sm text-ink-2">{scale ? scale.title : null}</figcaption>
      {scale ? <ScaleKey group={group} words={words} /> : null}
    </figure>
  );
}

type LabelProps = { claim: ClaimView; words: RecordWords; href: string };

function ClaimLabel({ claim, words, href }: LabelProps) {
  const signs = [
    claim.disputed ? words("page.disputed") : null,
    claim.standingKind === "preferred" ? words("page.preferred") : null,
    claim.standingKind === "deprecated" ? words("page.setAside") : null,
    claim.isThis ? words("page.this") : null,
  ].filter((sign) => sign !== null);
  return (
    // On a phone the label lies over the scale: its own ground keeps the lines out of the letters.
    <p className="w-fit min-w-0 bg-paper py-0.5 text-sm leading-snug md:bg-transparent">
      <a href={href} className={claim.isThis ? "font-bold" : "font-semibold"}>
        {claim.amount}
      </a>{" "}
      <span className="text-ink-2">{[claim.claimant, ...signs].join(" · ")}</span>
    </p>
  );
}

function Mark({ claim, scale, unknown }: { claim: ClaimView; scale: ScaleView | null; unknown: string }) {
  const mark = scale?.marks[claim.id];
  if (mark === undefined) return <p className="text-sm text-ink-2 italic">{unknown}</p>;
  const { claimantKind, disputed, standingKind } = claim;
  const [preferred, setAside] = [standingKind === "preferred", standingKind === "deprecated"];
  return <ClaimMark mark={mark} look={{ claimant: claimantKind, disputed, preferred, setAside }} />;
}

/** The accepted range as a band over all lines, with its name above where no line crosses it, and the lines of the scale. */
function Ground({ scale: { ticks, accepted }, label }: { scale: ScaleView; label: string }) {
  const middle = accepted ? (accepted.from + accepted.to) / 2 : 0;
  const anchor = middle < 15 ? "start" : middle > 85 ? "end" : "middle";
  return (
    <div className={BEHIND} aria-hidden="true">
      <svg width="100%" height="100%" aria-hidden="true" className="block overflow-visible">
        {ticks.map(({ at }) => (
          <line key={at} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" stroke="var(--rule)" />
        ))}
        {accepted ? (
          <>
            <Band from={accepted.from} to={accepted.to} />
            {accepted.isOpenBelow ? null : <Edge at={accepted.from} />}
            {accepted.isOpenAbove ? null : <Edge at={accepted.to} />}
            <text x={`${middle}%`} y="-7" fontSize="12" textAnchor={anchor} fill="var(--ink-2)">
              {label}
            </text>
          </>
        ) : null}
      </svg>
    </div>
  );
}

function Band({ from, to }: { from: number; to: number }) {
  return <rect x={`${from}%`} width={`${to - from}%`} height="100%" fill="var(--rally-soft)" fillOpacity="0.5" />;
}

function Edge({ at }: { at: number }) {
  return <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" stroke="var(--rally)" strokeWidth="2" />;
}

function Ticks({ scale: { ticks, tickLabels } }: { scale: ScaleView }) {
  const anchorAt = (at: number) => (at < 5 ? "start" : at > 95 ? "end" : "middle");
  return (
    <div className={ROW} aria-hidden="true">
      <svg width="100%" height="20" aria-hidden="true" className="block overflow-visible md:col-start-2">
        {ticks.map(({ at }, index) => (
          <text key={at} x={`${at}%`} y="15" fontSize="12" textAnchor={anchorAt(at)} fill="var(--ink-2)">
            {tickLabels[index]}
          </text>
        ))}
      </svg>
    </div>
  );
}
