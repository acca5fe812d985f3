import type { ReactNode } from "react";

type Props = { kicker?: string; title: ReactNode; children?: ReactNode };

/** The head of a page: where we are, what it says, and a sentence under it. */
export function PageHeading({ kicker, title, children }: Props) {
  return (
    <div className="mb-8 max-w-3xl">
      {kicker ? <p className="mb-1 text-xs tracking-wider text-ink-2 uppercase">{kicker}</p> : null}
      <h1 className="text-3xl sm:text-4xl">{title}</h1>
      {children ? <div className="mt-3 font-serif text-lg text-ink-2">{children}</div> : null}
    </div>
  );
}
