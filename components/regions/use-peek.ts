import { useEffect, useRef, useState } from "react";

const regionOf = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest<SVGElement>("[data-region]")?.dataset.region ?? null) : null;

/** The region of a map that is pointed at, focused or touched. A first touch chooses it, a second follows its link. */
export function usePeek(mapId: string): string | null {
  const [code, setCode] = useState<string | null>(null);
  /** What was shown when a finger came down: before its click the touch has moved the focus, which shows the region. */
  const shownBefore = useRef<string | null>(null);
  useEffect(() => {
    const map = document.getElementById(mapId);
    const listening = new AbortController();
    const { signal } = listening;
    const point = (event: Event) => {
      const region = regionOf(event.target);
      if (region && !isTouch(event)) setCode(region);
    };
    const press = (event: Event) => {
      if (isTouch(event)) shownBefore.current = code;
    };
    const touch = (event: Event) => {
      const region = regionOf(event.target);
      if (!region || !isTouch(event) || region === shownBefore.current) return;
      event.preventDefault();
      setCode(region);
    };
    map?.addEventListener("pointerover", point, { signal });
    map?.addEventListener("focusin", point, { signal });
    map?.addEventListener("pointerdown", press, { signal });
    map?.addEventListener("click", touch, { signal });
    return () => listening.abort();
  }, [mapId, code]);
  return code;
}

function isTouch(event: Event): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}
