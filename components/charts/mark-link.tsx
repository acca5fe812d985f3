import { createContext, type ReactNode, useContext } from "react";

/** True where a script shows what a mark says: the browser's own bubble would say it twice. */
export const LiveDrawing = createContext(false);

type MarkLinkProps = { href: string; title: string; children: ReactNode };

/** A mark leads to its claims in one click, with and without a script. */
export function MarkLink({ href, title, children }: MarkLinkProps) {
  const live = useContext(LiveDrawing);
  return (
    <a href={href} data-mark="" {...(live ? { "aria-label": title } : {})}>
      {live ? null : <title>{title}</title>}
      {children}
    </a>
  );
}
