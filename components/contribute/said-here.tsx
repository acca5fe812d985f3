"use client";
import { useFieldLabel } from "./entry-problem";
import type { FormTools } from "./use-entry-form";

type Props = {
  /** What is wrong in fields that were left. */
  problems: Readonly<Record<string, string>>;
  tools: FormTools;
  /** What its fields are called where this form asks for them in other words. */
  labels?: Readonly<Record<string, string>> | undefined;
};

/** Tells who hears the page what stands beside a field that was left: by then the focus is elsewhere. */
export function SaidHere({ problems, tools, labels = {} }: Props) {
  const labelOf = useFieldLabel();
  return (
    <p className="sr-only" aria-live="polite">
      {Object.entries(problems)
        .map(([name, code]) => `${labels[name] || labelOf(name)}: ${tools.problem(code)}`)
        .join(" ")}
    </p>
  );
}
