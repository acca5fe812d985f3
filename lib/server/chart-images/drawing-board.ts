import { Window } from "happy-dom";
import { CHART_WIDTHS } from "@/lib/shared/chart/chart";
import type { DrawingOrder } from "./drawing-queue";
import { cleanSvg } from "./svg-markup";

/** What React and Recharts look for in the global scope of a browser. */
const BROWSER_NAMES = [
  "document",
  "Element",
  "HTMLElement",
  "SVGElement",
  "Node",
  "Event",
  "CustomEvent",
  "MutationObserver",
  "ResizeObserver",
  "DocumentFragment",
  "getComputedStyle",
  "requestAnimationFrame",
  "cancelAnimationFrame",
] as const;

/** A page without a network: nothing is loaded, no script of a page runs, no address is followed. */
function openPage(): Window {
  return new Window({
    url: "http://drawing.invalid/",
    width: CHART_WIDTHS.wide,
    height: 1000,
    settings: {
      enableJavaScriptEvaluation: false,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
      navigation: {
        disableMainFrameNavigation: true,
        disableChildFrameNavigation: true,
        disableChildPageNavigation: true,
      },
    },
  });
}

/**
 * Makes the drawing of a chart as the browser would. Recharts registers its parts in effects, so that React's own
 * server rendering gives an empty frame: it needs a document, an effect and a second pass.
 */
export async function openDrawingBoard(): Promise<(order: DrawingOrder) => string> {
  const page = openPage();
  const globals = globalThis as Record<string, unknown>;
  globals.window = page;
  for (const name of BROWSER_NAMES) globals[name] = page[name];
  const { createElement } = await import("react");
  const { createRoot } = await import("react-dom/client");
  const { flushSync } = await import("react-dom");
  const { ChartCanvas } = await import("@/components/charts/chart-canvas");
  return ({ drawing, variant, idPrefix }) => {
    const place = document.createElement("div");
    document.body.append(place);
    // Left to itself, React would write the record's words to the log of the server.
    const problems: unknown[] = [];
    const root = createRoot(place, { onUncaughtError: (problem) => problems.push(problem) });
    try {
      flushSync(() => root.render(createElement(ChartCanvas, { drawing, variant, idPrefix })));
      if (problems.length > 0) throw problems[0];
      return cleanSvg(place.innerHTML, idPrefix);
    } finally {
      flushSync(() => root.unmount());
      place.remove();
    }
  };
}
