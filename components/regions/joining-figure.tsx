import type { JoiningChart } from "@/lib/features/regions/view/joining-chart";
import type { SpreadWords } from "@/lib/features/regions/view/spread-context";
import { JoiningDrawing } from "./joining-drawing";

/** The order of joining of one kind: what it comes to in a sentence, and a row per region. */
export function JoiningFigure({ chart, words }: { chart: JoiningChart; words: SpreadWords }) {
  const { kind, finding, unseen, clocks } = chart;
  return (
    <figure aria-labelledby={`joining-${kind}-title`} className="@container mt-6 mb-8">
      <figcaption>
        <h3 id={`joining-${kind}-title`} className="max-w-[46rem] text-lg text-balance">
          {finding}
        </h3>
        <p className="mt-1 mb-3 max-w-prose text-sm text-ink-2">
          {words(`joining.subtitle.${kind}`)} {clocks} {unseen}
        </p>
      </figcaption>
      <div className="[&_svg_a]:no-underline [&_svg_a:hover]:underline">
        <JoiningDrawing
          chart={chart}
          variant="narrow"
          className="block h-auto w-full max-w-[31rem] overflow-visible @min-[42rem]:hidden"
        />
        <JoiningDrawing
          chart={chart}
          variant="wide"
          className="hidden h-auto w-full max-w-[60rem] overflow-visible @min-[42rem]:block"
        />
      </div>
    </figure>
  );
}
