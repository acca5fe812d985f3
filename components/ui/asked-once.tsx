import type { ReactNode } from "react";

/** `isOpen`: it was asked, and what was answered needs another look. */
type Props = { label: ReactNode; isOpen?: boolean; children: ReactNode };

/** What cannot be undone is asked once, without a script too: one tap says what it means, and the button is beside that. */
export function AskedOnce({ label, isOpen = false, children }: Props) {
  return (
    <details className="max-w-prose" open={isOpen}>
      <summary className="min-h-11 w-fit whitespace-nowrap border border-danger px-4 py-2 font-semibold leading-6 text-danger">
        {label}
      </summary>
      <div className="mt-2 border-s-4 border-danger px-4 py-1">{children}</div>
    </details>
  );
}
