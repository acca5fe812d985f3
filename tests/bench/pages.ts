import { type Browser, chromium, type Page, type Response } from "@playwright/test";
import { browserLaunch } from "../support/browser";
import { startOwnServer } from "../support/own-server";

/**
 * `npm run bench:pages [-- --url http://127.0.0.1:3000]`: what a first visit to each page costs, in Chromium with an
 * empty cache, beside the budgets. Ends with 1 when a budget is passed. Bytes are those that travelled.
 */
const WAVE = "/en/waves/kazakhstan-january-2022";
const PAGES = [
  { name: "dashboard", path: WAVE },
  { name: "workforce", path: "/en/workforces/tengizchevroil-oil-workers" },
  { name: "map", path: `${WAVE}/spread` },
  { name: "region", path: `${WAVE}/regions/KZ-KAR` },
  { name: "compare", path: `${WAVE}/compare?regions=KZ-MAN,KZ-ATY,KZ-ALA,KZ-KAR` },
  { name: "compare workforces", path: `${WAVE}/compare?workforces=kazakhmys-miners,tengizchevroil-oil-workers` },
  { name: "solidarity", path: `${WAVE}/solidarity` },
  { name: "demands", path: `${WAVE}/demands` },
  { name: "sign-in", path: "/en/sign-in" },
] as const;

const BUDGET = { htmlBytes: 60_000, scriptBytes: 150_000, layoutShift: 0.02 };
const SETTLE_MS = 1500;

type Cost = {
  name: string;
  htmlBytes: number;
  totalBytes: number;
  scriptBytes: number;
  fontRequests: number;
  requests: number;
  firstByteMs: number;
  largestPaintMs: number;
  layoutShift: number;
};

type Paint = { largestPaintMs: number; layoutShift: number };

/** Chromium's own measures, read a while after the network went quiet. */
function readPaint(page: Page): Promise<Paint> {
  return page.evaluate(
    (settle) =>
      new Promise<Paint>((resolve) => {
        const paint = { largestPaintMs: 0, layoutShift: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) paint.largestPaintMs = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) paint.layoutShift += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(paint), settle);
      }),
    SETTLE_MS,
  );
}

async function measure(browser: Browser, name: string, address: string): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const sizes: { type: string; bytes: number }[] = [];
  const sized: Promise<void>[] = [];
  page.on("response", (response: Response) => {
    const type = response.request().resourceType();
    sized.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => void sizes.push({ type, bytes: responseBodySize })),
    );
  });
  const response = await page.goto(address, { waitUntil: "networkidle" });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}.`);
  const paint = await readPaint(page);
  await Promise.all(sized);
  const firstByteMs = await page.evaluate(
    () => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).responseStart,
  );
  await context.close();
  const bytesOf = (type?: string) =>
    sizes.filter((one) => !type || one.type === type).reduce((sum, one) => sum + one.bytes, 0);
  return {
    name,
    htmlBytes: bytesOf("document"),
    totalBytes: bytesOf(),
    scriptBytes: bytesOf("script"),
    fontRequests: sizes.filter(({ type }) => type === "font").length,
    requests: sizes.length,
    firstByteMs,
    ...paint,
  };
}

function overruns(cost: Cost): string[] {
  const found: string[] = [];
  if (cost.htmlBytes > BUDGET.htmlBytes) found.push(`HTML ${cost.htmlBytes} > ${BUDGET.htmlBytes}`);
  if (cost.scriptBytes > BUDGET.scriptBytes) found.push(`JavaScript ${cost.scriptBytes} > ${BUDGET.scriptBytes}`);
  if (cost.layoutShift >= BUDGET.layoutShift) found.push(`CLS ${cost.layoutShift} ≥ ${BUDGET.layoutShift}`);
  if (cost.fontRequests > 0) found.push(`${cost.fontRequests} web fonts`);
  return found.map((text) => `${cost.name}: ${text}`);
}

/** With script off, the drawings are in the page as it was sent. */
async function drawnWithoutScript(browser: Browser, base: string): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(base + WAVE);
  const drawings = await page.locator("figure svg:visible").count();
  const regions = await page.locator("svg [data-region]:visible").count();
  await context.close();
  console.log(`without JavaScript: ${drawings} drawings and ${regions} regions visible on the dashboard`);
  return drawings >= 3 && regions >= 14 ? [] : ["dashboard: charts or map are missing without JavaScript"];
}

function print(costs: Cost[]): void {
  console.table(
    costs.map(({ name, ...cost }) => ({
      page: name,
      "HTML B": cost.htmlBytes,
      "all B": cost.totalBytes,
      "JS B": cost.scriptBytes,
      requests: cost.requests,
      "TTFB ms": Math.round(cost.firstByteMs),
      "LCP ms": Math.round(cost.largestPaintMs),
      CLS: Number(cost.layoutShift.toFixed(4)),
    })),
  );
}

const at = process.argv.indexOf("--url");
const given = at > 0 ? process.argv[at + 1] : undefined;
const own = given ? null : await startOwnServer();
const base = given ?? own?.url ?? "";
const browser = await chromium.launch(browserLaunch());
let problems: string[] = [];
try {
  const costs: Cost[] = [];
  for (const { name, path } of PAGES) {
    await fetch(base + path);
    costs.push(await measure(browser, name, base + path));
  }
  print(costs);
  problems = [...costs.flatMap(overruns), ...(await drawnWithoutScript(browser, base))];
} finally {
  await browser.close();
  await own?.stop();
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "All pages are within their budgets." : `${problems.length} budgets passed over.`);
process.exitCode = problems.length === 0 ? 0 : 1;
