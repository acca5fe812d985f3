import type { ReactNode } from "react";

/** What is too wide for a narrow screen scrolls in here, also by keyboard (WCAG 2.1.1), so that the page never does. */
export function ScrollingFrame({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className={`relative overflow-x-auto ${className}`}>
      {children}
    </section>
  );
}
