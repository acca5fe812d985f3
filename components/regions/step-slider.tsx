"use client";

import { useId, useState } from "react";
import { PACES, type Pace } from "./step-walk";
import { useSteps } from "./use-steps";

type Texts = Record<"label" | "play" | "pause" | "speed" | "failed" | Pace, string>;
type Props = {
  steps: readonly { href: string; label: string }[];
  current: number;
  texts: Texts;
};

/** The steps of the map on one line, beside their links: to drag, to walk by keyboard, to play. Without a script, none. */
export function StepSlider({ steps, current, texts }: Props) {
  const [pace, setPace] = useState<Pace>("normal");
  const hrefs = steps.map(({ href }) => href);
  const { index, failed, isPlaying, goTo, play, pause } = useSteps(hrefs, current, pace);
  const id = useId();
  const label = steps[index]?.label ?? "";
  return (
    <div className="mt-3 noscript:hidden" data-no-print="">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <button
          type="button"
          onClick={isPlaying ? pause : play}
          className="min-h-9 min-w-24 border border-ink px-3 font-semibold"
        >
          {isPlaying ? texts.pause : texts.play}
        </button>
        <label htmlFor={`${id}-step`} className="sr-only">
          {texts.label}
        </label>
        <input
          id={`${id}-step`}
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          value={index}
          aria-valuetext={label}
          onChange={({ target }) => goTo(Number(target.value))}
          className="h-9 min-w-40 flex-1 accent-(--ink)"
        />
        <PaceChoice id={`${id}-pace`} pace={pace} texts={texts} choose={setPace} />
      </div>
      <p className="mt-1 font-semibold tabular-nums" aria-hidden="true">
        {label}
      </p>
      <p role="status" className="text-sm text-danger">
        {failed ? texts.failed : null}
      </p>
    </div>
  );
}

type PaceProps = { id: string; pace: Pace; texts: Texts; choose(pace: Pace): void };

function PaceChoice({ id, pace, texts, choose }: PaceProps) {
  return (
    <span>
      <label htmlFor={id} className="me-2 text-ink-2">
        {texts.speed}
      </label>
      <select
        id={id}
        value={pace}
        onChange={({ target }) => choose(target.value as Pace)}
        className="min-h-9 border border-rule-2 bg-paper px-2"
      >
        {(Object.keys(PACES) as Pace[]).map((name) => (
          <option key={name} value={name}>
            {texts[name]}
          </option>
        ))}
      </select>
    </span>
  );
}
