import { createContext, type ReactNode, useContext } from "react";

/** True where a script shows what a mark says: the browser's own bubble would say it twice. */
export const LiveDrawing = createContext(false);

type MarkLinkProps = {
  href: string;
  title: string;
  /** What is written beside the mark: who speaks to the page says what is seen on it. */
  written?: string;
  children: ReactNode;
};

/** A mark leads to its claims in one click, with and without a script. */
export function MarkLink({ href, title, written, children }: MarkLinkProps) {
  const live = useContext(LiveDrawing);
  const words = live ? { "aria-label": written ? `${written}: ${title}` : title, "data-title": title } : {};
  return (
    <a href={href} data-mark="" {...words}>
      {live ? null : <title>{title}</title>}
      {children}
    </a>
  );
}
