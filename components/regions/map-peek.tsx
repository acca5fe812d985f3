"use client";

import { useEffect, useRef } from "react";
import { usePeek } from "./use-peek";

type Props = {
  /** The map's part of the page; rows of the table in words carry what is shown. */
  mapId: string;
  texts: { label: string; hint: string };
};

/** Only what says something stays in view over the page. */
const SHOWN = "sticky bottom-0 z-10 min-h-24 bg-paper";

/** What happened in a region that is pointed at, focused or touched: the words of its row in the table, beside the map. */
export function MapPeek({ mapId, texts }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const code = usePeek(mapId);
  useEffect(() => {
    const map = document.getElementById(mapId);
    const show = () => {
      showRow(box.current, code);
      markChosen(map, code);
    };
    show();
    if (!map) return undefined;
    // Another step of the map was put in its place.
    const changes = new MutationObserver(show);
    changes.observe(map, { childList: true });
    return () => changes.disconnect();
  }, [mapId, code]);
  return (
    <aside
      aria-label={texts.label}
      data-no-print=""
      className={`mt-2 border-t border-ink py-2 text-sm noscript:hidden ${code === null ? "" : SHOWN}`}
    >
      {code === null ? <p className="text-ink-2">{texts.hint}</p> : null}
      <div ref={box} className="grid max-h-[40svh] gap-x-6 gap-y-1 overflow-y-auto sm:grid-cols-[14rem_1fr]" />
    </aside>
  );
}

/** The region told of keeps its outline on the map, also under a finger that has left it. */
function markChosen(map: HTMLElement | null, code: string | null): void {
  for (const region of map?.querySelectorAll<SVGElement>("[data-region]") ?? []) {
    region.toggleAttribute("data-chosen", region.dataset.region === code);
  }
}

/** The name and the state, and beside them what happened, as the table says it. */
function showRow(box: HTMLElement | null, code: string | null): void {
  const row = code === null ? null : document.querySelector(`[data-row="${CSS.escape(code)}"]`);
  const parts = ["name", "states", "happened"].map((name) => {
    const part = document.createElement("div");
    if (name === "happened") part.className = "sm:col-start-2 sm:row-start-1 sm:row-span-2";
    if (name === "name") part.className = "font-semibold";
    const cell = row?.querySelector(`[data-cell="${name}"]`);
    part.append(...[...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    return part;
  });
  box?.replaceChildren(...(row ? parts : []));
}
