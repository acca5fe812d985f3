import { ChartTable } from "@/components/charts/chart-table";
import type { NetworkView } from "@/lib/features/solidarity/view/network";
import type { SolidarityWords } from "@/lib/features/solidarity/view/solidarity-context";
import { KindMark, lineOf } from "./kind-mark";
import { NetworkDrawing } from "./network-drawing";

/** Who stood by whom: the sentence, the drawing in two widths, its key, and the same as a table. */
export function Network({ view, words }: { view: NetworkView; words: SolidarityWords }) {
  return (
    <figure id="network" aria-labelledby="network-finding" className="@container my-10 scroll-mt-6">
      <figcaption>
        <h2 id="network-finding" className="max-w-[46rem] text-xl text-balance sm:text-2xl">
          {view.finding}
        </h2>
        <p className="mt-1 mb-4 text-sm text-ink-2">{view.description}</p>
      </figcaption>
      <div className="[&_svg_a]:no-underline [&_svg_a:hover]:underline">
        <NetworkDrawing
          view={view}
          variant="narrow"
          className="block h-auto w-full max-w-[31rem] overflow-visible @min-[42rem]:hidden"
        />
        <NetworkDrawing
          view={view}
          variant="wide"
          className="hidden h-auto w-full max-w-[60rem] overflow-visible @min-[42rem]:block"
        />
      </div>
      <KindKey view={view} words={words} />
      {view.left > 0 ? <p className="mt-2 text-sm">{words("network.left", { count: view.left })}</p> : null}
      <details className="mt-4 border-t border-rule pt-2">
        <summary className="py-1 text-sm font-medium">{words("network.table")}</summary>
        <ChartTable table={view.table} />
      </details>
    </figure>
  );
}

function KindKey({ view: { kinds, acts }, words }: { view: NetworkView; words: SolidarityWords }) {
  const unsure = acts.find(({ isUnsure }) => isUnsure);
  const entries = [
    ...kinds.map(({ kind, label }) => ({ key: kind as string, kind, label, isOpen: false })),
    ...(unsure ? [{ key: "open", kind: unsure.kind, label: words("network.open"), isOpen: true }] : []),
  ];
  return (
    <ul aria-label={words("network.key")} className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-xs text-ink-2">
      {entries.map(({ key, kind, label, isOpen }) => (
        <li key={key} className="flex items-center gap-2">
          <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true" className="shrink-0">
            {isOpen ? null : <path d="M7 8H34" stroke="var(--solidarity)" {...lineOf(kind)} />}
            <KindMark kind={kind} x={isOpen ? 17 : 7} y={8} isOpen={isOpen} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
