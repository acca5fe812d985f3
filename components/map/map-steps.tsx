export type MapStepsProps = {
  /** Names the navigation: "Moment shown on the map". */
  label: string;
  steps: readonly { href: string; label: string; current: boolean }[];
  /** What the current one is: a step of the map, a date on another axis of time, or one of a few choices. */
  currentIs?: "step" | "date" | "true";
};

export function MapSteps({ label, steps, currentIs = "step" }: MapStepsProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap pt-px pl-px text-sm">
        {steps.map((step) => (
          <li key={step.href} className="-mt-px -ml-px">
            <a
              href={step.href}
              aria-current={step.current ? currentIs : undefined}
              className="relative block min-h-8 border border-(--rule) px-3 py-1.5 no-underline outline-offset-2 hover:border-(--ink) hover:z-1 focus-visible:z-1 focus-visible:outline-2 focus-visible:outline-(--ink) aria-[current]:border-(--ink) aria-[current]:bg-(--ink) aria-[current]:text-(--paper)"
            >
              {step.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
