import type { SpreadWords } from "@/lib/features/regions/view/spread-context";
import type { ShareCell, StandsForRow, StandsForView } from "@/lib/features/regions/view/stands-for";

type Tone = "strike" | "rally";

/** Day by day, each share as a range in words and on a scale from 0 to 100 percent. */
export function StandsFor({ view, words }: { view: StandsForView; words: SpreadWords }) {
  const heads = [
    words("stand.day"),
    words("stand.population.strike"),
    words("stand.population.rally"),
    words("stand.workforces"),
  ];
  return (
    <>
      <div className="overflow-x-auto">
        <table className="w-full min-w-[40rem] border-collapse text-sm">
          <thead>
            <tr className="border-b border-ink text-xs text-ink-2">
              {heads.map((head) => (
                <th key={head} scope="col" className="py-1 pe-4 text-start font-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <DayRow key={row.date} row={row} words={words} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 max-w-prose text-sm text-ink-2">
        {view.populationSource} {view.sizeSource}
      </p>
    </>
  );
}

function DayRow({ row, words }: { row: StandsForRow; words: SpreadWords }) {
  return (
    <tr className="border-b border-rule align-top">
      <th scope="row" className="py-2 pe-4 text-start font-medium whitespace-nowrap">
        <a href={row.href}>{row.day}</a>
        {row.veiled ? (
          <span className="block max-w-36 text-xs font-normal whitespace-normal text-ink-2">
            {words("stand.veiled")}
          </span>
        ) : null}
      </th>
      <Cell cell={row.strikePopulation} tone="strike" />
      <Cell cell={row.rallyPopulation} tone="rally" />
      <Cell cell={row.workforces} tone="strike" />
    </tr>
  );
}

function Cell({ cell: { text, share, remarks }, tone }: { cell: ShareCell; tone: Tone }) {
  return (
    <td className="py-2 pe-4">
      {text}
      {share ? <ShareBar share={share} tone={tone} /> : null}
      {remarks.map((remark) => (
        <span key={remark} className="block text-xs text-ink-2">
          {remark}
        </span>
      ))}
    </td>
  );
}

/** Full up to the lower end, an open frame on to the upper: what is only possible is not painted. */
function ShareBar({ share: { lower, upper }, tone }: { share: NonNullable<ShareCell["share"]>; tone: Tone }) {
  const colour = `var(--${tone})`;
  return (
    <svg viewBox="0 0 100 7" aria-hidden="true" className="my-1 block h-2 w-full max-w-48" preserveAspectRatio="none">
      <path d="M0 6.5H100" stroke="var(--rule-2)" strokeWidth="0.6" vectorEffect="non-scaling-stroke" />
      <rect x="0" y="1" width={lower.toFixed(2)} height="5" fill={colour} />
      {upper > lower ? (
        <rect
          x={lower.toFixed(2)}
          y="1"
          width={(upper - lower).toFixed(2)}
          height="5"
          fill="none"
          stroke={colour}
          strokeDasharray="2.5 1.8"
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </svg>
  );
}
