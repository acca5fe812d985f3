"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { HereLink } from "@/components/ui/here-link";
import { watchPublications } from "./watch-publications";

type Props = {
  /** The wave's part of the address, and the version of its record that the page was made from. */
  wave: string;
  version: number;
  texts: { news: string; reload: string; dismiss: string };
};

/**
 * Offers a newer page when there is one, over the foot of the window so that nothing moves. The reader decides: what
 * is being read is not changed under anybody's eyes.
 */
export function LiveNotice({ wave, version, texts }: Props) {
  const [seen, setSeen] = useState<number | null>(version);
  const [news, setNews] = useState<{ version: number | null } | null>(null);
  useEffect(() => {
    if (seen === null || news !== null) return undefined;
    return watchPublications({ wave, version: seen }, (newer) => setNews({ version: newer }));
  }, [wave, seen, news]);

  function dismiss() {
    setSeen(news?.version ?? null);
    setNews(null);
  }
  // The region is there from the start, or its first words would not be announced; the bar in it is new when it shows.
  return (
    <div role="status" data-no-print="">
      {news ? (
        <div
          data-live=""
          className="fixed inset-x-0 bottom-0 z-20 border-t border-ink bg-paper pb-[env(safe-area-inset-bottom)]"
        >
          <div className="mx-auto flex max-w-[76rem] flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
            <p>{texts.news}</p>
            <HereLink onClick={reload} className="py-1 font-semibold">
              {texts.reload}
            </HereLink>
            <button type="button" onClick={dismiss} className="py-1 text-ink-2 underline sm:ms-auto">
              {texts.dismiss}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

// Unlike following the link it keeps the place on the page, and asks the server rather than the browser's memory.
function reload(event: MouseEvent) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  location.reload();
}
