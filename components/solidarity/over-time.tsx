import type { OverTimeView } from "@/lib/features/solidarity/view/over-time";
import type { SolidarityWords } from "@/lib/features/solidarity/view/solidarity-context";
import { OverTimeDrawing } from "./over-time-drawing";

/** When support was given, on the days of the wave, with where nothing could be reported. */
export function OverTime({ view, words }: { view: OverTimeView; words: SolidarityWords }) {
  const { undrawn } = view;
  return (
    <figure id="over-time" aria-labelledby="over-time-title" className="@container my-10 scroll-mt-6">
      <figcaption>
        <h2 id="over-time-title" className="text-xl sm:text-2xl">
          {words("overTime.title")}
        </h2>
        <p className="mt-1 mb-4 max-w-prose text-sm text-ink-2">{words("overTime.subtitle")}</p>
      </figcaption>
      <div className="[&_svg_a]:no-underline [&_svg_a:hover]:underline">
        <OverTimeDrawing
          view={view}
          variant="narrow"
          className="block h-auto w-full max-w-[31rem] overflow-visible @min-[42rem]:hidden"
        />
        <OverTimeDrawing
          view={view}
          variant="wide"
          className="hidden h-auto w-full max-w-[60rem] overflow-visible @min-[42rem]:block"
        />
      </div>
      {undrawn.length > 0 ? (
        <>
          <p className="mt-3 text-sm">{words("overTime.undrawn")}</p>
          <ul className="list-disc ps-5 text-sm">
            {undrawn.map(({ text, href }) => (
              <li key={href}>{href === null ? text : <a href={href}>{text}</a>}</li>
            ))}
          </ul>
        </>
      ) : null}
    </figure>
  );
}
