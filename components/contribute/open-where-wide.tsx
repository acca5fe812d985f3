"use client";
import { type ReactNode, useEffect, useRef } from "react";

const WIDE = "(min-width: 80rem)";

/** Folded where it stands above a form; opened by itself where it has a place beside it. */
export function OpenWhereWide({ summary, children }: { summary: string; children: ReactNode }) {
  const part = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (part.current && window.matchMedia(WIDE).matches) part.current.open = true;
  }, []);
  return (
    <details ref={part} className="mb-8">
      <summary className="py-2">{summary}</summary>
      {children}
    </details>
  );
}
