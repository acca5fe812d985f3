"use client";

import { useEffect, useRef, useState } from "react";

type Props = {
  /** The map's part of the page; rows of the table in words carry what is shown. */
  mapId: string;
  texts: { label: string; hint: string };
};

const regionOf = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest<SVGElement>("[data-region]")?.dataset.region ?? null) : null;

/**
 * What happened in a region that is pointed at, focused or touched: the words of its row in the table, beside the map.
 * A first touch shows, a second follows the link.
 */
export function MapPeek({ mapId, texts }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<string | null>(null);
  /** What was shown when a finger came down: before its click the touch has moved the focus, which shows the region. */
  const shownBefore = useRef<string | null>(null);

  useEffect(() => {
    const map = document.getElementById(mapId);
    if (!map) return undefined;
    const point = (event: Event) => {
      if (event instanceof PointerEvent && event.pointerType === "touch") return;
      const region = regionOf(event.target);
      if (region) setCode(region);
    };
    const press = ({ pointerType }: PointerEvent) => {
      if (pointerType === "touch") shownBefore.current = code;
    };
    const touch = (event: MouseEvent) => {
      const region = regionOf(event.target);
      if (!region || !(event instanceof PointerEvent) || event.pointerType !== "touch") return;
      if (region === shownBefore.current) return;
      event.preventDefault();
      setCode(region);
    };
    const show = () => showRow(box.current, code);
    show();
    // Another step of the map was put in its place.
    const changes = new MutationObserver(show);
    changes.observe(map, { childList: true });
    map.addEventListener("pointerover", point);
    map.addEventListener("focusin", point);
    map.addEventListener("pointerdown", press);
    map.addEventListener("click", touch);
    return () => {
      changes.disconnect();
      map.removeEventListener("pointerover", point);
      map.removeEventListener("focusin", point);
      map.removeEventListener("pointerdown", press);
      map.removeEventListener("click", touch);
    };
  }, [mapId, code]);

  return (
    <aside
      aria-label={texts.label}
      data-no-print=""
      className="sticky bottom-0 z-10 mt-2 min-h-24 border-t border-ink bg-paper py-2 text-sm noscript:hidden"
    >
      {code === null ? <p className="text-ink-2">{texts.hint}</p> : null}
      <div ref={box} className="grid max-h-40 gap-x-6 gap-y-1 overflow-y-auto sm:grid-cols-[14rem_1fr]" />
    </aside>
  );
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
