import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ChartVariant } from "@/lib/shared/chart/chart";
import type { ChartDrawing } from "@/lib/shared/chart/drawing";
import { ChartCanvas } from "./chart-canvas";
import { isWalkKey, linksOf, nextLink } from "./chart-walk";
import { LiveDrawing as Live } from "./mark-link";

export type LiveDrawingProps = {
  drawing: ChartDrawing;
  walk: string;
  /** Address of the link that had the focus when this took over. */
  focused: string | null;
};

const WIDE_FROM = 672;
type Said = { text: string; x: number; y: number };

/** The drawing with a script: one stop for the Tab key, arrows from mark to mark, each said in words. */
export function LiveDrawing({ drawing, walk, focused }: LiveDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const [variant, setVariant] = useState<ChartVariant | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const measure = () => setVariant(place.clientWidth >= WIDE_FROM ? "wide" : "narrow");
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(place);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (variant === null || !box.current) return;
    return whenDrawn(box.current, (links) => {
      const current = links.find((link) => link.getAttribute("href") === focused) ?? links[0];
      makeOneStop(links, current);
      // Only while the focus is nowhere: it went with the drawing that was replaced.
      if (focused !== null && document.activeElement === document.body) (current as SVGElement | undefined)?.focus();
    });
  }, [variant, focused]);

  const say = (event: FocusEvent | PointerEvent) => setSaid(wordsOf(event.target as Element, box.current));
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") setSaid(null);
    if (!box.current || !isWalkKey(event.key)) return;
    const next = nextLink(box.current, event.key);
    if (!next) return;
    event.preventDefault();
    makeOneStop(linksOf(box.current), next);
    (next as SVGElement).focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the focus; this only follows it
    <div
      ref={box}
      className="relative [&_.recharts-wrapper]:h-auto! [&_.recharts-wrapper]:w-full! [&_svg]:h-auto! [&_svg]:w-full!"
      onFocus={say}
      onPointerOver={say}
      onPointerLeave={() => setSaid(null)}
      onKeyDown={move}
    >
      <div className={variant === "narrow" ? "max-w-[31rem]" : "max-w-[68rem]"}>
        <Live value={true}>
          {variant && <ChartCanvas drawing={drawing} variant={variant} idPrefix={`live-${drawing.kind}`} />}
        </Live>
      </div>
      <Saying said={said} />
      <p className="sr-only">{walk}</p>
    </div>
  );
}

/** Recharts knows its scales only in a later pass, and the marks come with them. Returns how to stop waiting. */
function whenDrawn(box: HTMLElement, act: (links: Element[]) => void): () => void {
  const tryNow = () => {
    const links = linksOf(box);
    if (links.length === 0) return;
    watch.disconnect();
    act(links);
  };
  const watch = new MutationObserver(tryNow);
  watch.observe(box, { childList: true, subtree: true });
  tryNow();
  return () => watch.disconnect();
}

function makeOneStop(links: readonly Element[], stop: Element | undefined): void {
  for (const link of links) link.setAttribute("tabindex", link === stop ? "0" : "-1");
}

/** A status for who hears the page, a label beside the mark for who sees it. */
function Saying({ said }: { said: Said | null }) {
  return (
    <p
      role="status"
      className={
        said === null
          ? "sr-only"
          : "pointer-events-none absolute z-10 max-w-[19rem] -translate-x-1/2 border border-(--ink) bg-(--paper) px-2.5 py-1.5 text-sm leading-snug text-(--ink)"
      }
      {...(said ? { style: { left: said.x, top: said.y } } : {})}
    >
      {said?.text}
    </p>
  );
}

function wordsOf(target: Element, box: HTMLElement | null): Said | null {
  const link = target.closest("svg a");
  const text = link?.getAttribute("data-title");
  if (!link || !text || !box) return null;
  const [mark, frame] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
  const half = Math.min(152, frame.width / 2);
  const x = Math.max(half, Math.min(frame.width - half, mark.left + Math.min(mark.width, 160) / 2 - frame.left));
  return { text, x, y: mark.bottom - frame.top + 8 };
}
