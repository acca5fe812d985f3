import { createHash } from "node:crypto";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { errorFields, log } from "@/lib/server/logger";
import type { ChartVariant } from "@/lib/shared/chart/chart";
import type { ChartDrawing } from "@/lib/shared/chart/drawing";
import { ByteCache } from "./byte-cache";
import { DrawingQueue } from "./drawing-queue";

const CACHE_BYTES = 16 * 1024 * 1024;
/** A drawing that failed is not tried again at once, or every page would wait for it. */
const PAUSE_AFTER_FAILURE_MS = 20_000;
/** A drawing leaves a page's worth of garbage; left to itself the worker lets 200 MB of it lie. It lives on 60. */
const WORKER_MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

type Shared = {
  queue: DrawingQueue;
  cache: ByteCache;
  underWay: Map<string, Promise<string | null>>;
  failed: Map<string, number>;
};

// Next loads this module more than once into one process; there must be one worker and one cache.
const globals = globalThis as { turnoutChartImages?: Shared };
globals.turnoutChartImages ??= {
  queue: new DrawingQueue(startWorker),
  cache: new ByteCache(CACHE_BYTES),
  underWay: new Map(),
  failed: new Map(),
};
const shared = globals.turnoutChartImages;

// It runs from source: the bundler must neither follow the path nor take the whole project for its neighbourhood.
function startWorker(): Worker {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/server/chart-images/worker.ts");
  return new Worker(file, { execArgv: ["--import", "tsx"], resourceLimits: WORKER_MEMORY });
}

/** The drawing as an SVG element, from the cache or from the worker; null when it cannot be made just now. */
export async function drawChart(drawing: ChartDrawing, variant: ChartVariant): Promise<string | null> {
  const key = createHash("sha256")
    .update(JSON.stringify([variant, drawing]))
    .digest("hex");
  const kept = shared.cache.get(key);
  if (kept !== undefined) return kept;
  if (Date.now() - (shared.failed.get(key) ?? Number.NEGATIVE_INFINITY) < PAUSE_AFTER_FAILURE_MS) return null;
  const running = shared.underWay.get(key) ?? drawOnce(key, drawing, variant);
  shared.underWay.set(key, running);
  return running;
}

async function drawOnce(key: string, drawing: ChartDrawing, variant: ChartVariant): Promise<string | null> {
  try {
    // Ids must differ between the drawings of one page.
    const svg = await shared.queue.draw({ drawing, variant, idPrefix: `c${key.slice(0, 6)}` });
    shared.cache.set(key, svg);
    shared.failed.delete(key);
    return svg;
  } catch (problem) {
    if (shared.failed.size > 500) shared.failed.clear();
    shared.failed.set(key, Date.now());
    log("error", { event: "chart_drawing_failed", ...errorFields(problem) });
    return null;
  } finally {
    shared.underWay.delete(key);
  }
}
