import type { ReactNode } from "react";

type Props = { tone: "problem" | "done" | "note"; title?: string; children: ReactNode; id?: string };

const TONES = {
  problem: "border-danger",
  done: "border-good",
  note: "border-rule-2",
};

/** A message that stands in the page; problems are announced at once, the rest when the reader gets there. */
export function Notice({ tone, title, children, id }: Props) {
  return (
    <div
      id={id}
      role={tone === "problem" ? "alert" : "status"}
      tabIndex={tone === "problem" ? -1 : undefined}
      className={`mb-5 max-w-prose border-s-4 bg-paper-2 px-4 py-3 ${TONES[tone]}`}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
