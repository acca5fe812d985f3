import type { ReactNode } from "react";

/** What a press has done, said where it was pressed. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <span role="status" className="mt-1 block border-s-4 border-rule-2 ps-2 text-sm font-semibold">
      {children}
    </span>
  );
}
