import type { ReactNode } from "react";

/** What cannot be undone is asked once, without a script too: one tap says what it means, and the button is beside that. */
export function AskedOnce({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="max-w-prose">
      <summary className="min-h-11 w-fit border border-danger px-4 py-2 font-semibold text-danger">{label}</summary>
      <div className="mt-2 border-s-4 border-danger px-4 py-1">{children}</div>
    </details>
  );
}
