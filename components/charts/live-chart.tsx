"use client";

import { type ComponentType, type ReactNode, useRef, useState } from "react";
import type { LiveDrawingProps } from "./live-drawing";

type LiveChartProps = { viewHref: string; description: string; walk: string; children: ReactNode };
type Ready = { Drawing: ComponentType<LiveDrawingProps>; props: LiveDrawingProps };

/**
 * Holds the drawing that came with the page. The first touch brings the library and the plain data, and the same
 * drawing takes over in place; until then no script of it is loaded. When that fails, what is there stays and works.
 */
export function LiveChart({ viewHref, description, walk, children }: LiveChartProps) {
  const [ready, setReady] = useState<Ready | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  const pressed = useRef(false);

  async function begin() {
    if (begun.current) return;
    begun.current = true;
    try {
      const [{ LiveDrawing: Drawing }, answer] = await Promise.all([import("./live-drawing"), fetch(viewHref)]);
      // The record has moved on since this page was made: what is drawn stays, and asking again would not help.
      if (answer.status === 404) return;
      if (!answer.ok) throw new Error(`The data of the chart did not come: ${answer.status}`);
      const { drawing } = await answer.json();
      if (pressed.current) await afterPress();
      setReady({ Drawing, props: { drawing, walk, focused: focusedLink(box.current) } });
    } catch {
      begun.current = false;
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only groups the links of one drawing
    <div
      ref={box}
      role="group"
      aria-label={description}
      className="[&_svg_a]:no-underline [&_svg_a:hover]:underline"
      onPointerEnter={begin}
      onFocus={begin}
      onPointerDown={() => {
        pressed.current = true;
        void begin();
      }}
      onPointerUp={() => {
        pressed.current = false;
      }}
      onPointerCancel={() => {
        pressed.current = false;
      }}
    >
      {ready ? <ready.Drawing {...ready.props} /> : children}
    </div>
  );
}

/** A link that is taken away between press and release would never be followed. */
function afterPress(): Promise<void> {
  return new Promise((done) => {
    addEventListener("pointerup", () => setTimeout(done, 400), { once: true });
  });
}

function focusedLink(box: HTMLElement | null): string | null {
  const focused = document.activeElement;
  return focused && box?.contains(focused) ? focused.getAttribute("href") : null;
}
