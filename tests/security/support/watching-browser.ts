import { setTimeout as wait } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll } from "vitest";
import { browserLaunch } from "../../support/browser";
import { site, type Told, type Visitor } from "./asking";
import { PLANTED } from "./payload-elements";

/** What one page did that it must not, and all that it says in words and fields. */
export type Seen = { ran: string[]; violated: string[]; text: string };

export type Watching = {
  /** Opens an address as the visitor would, lets its scripts run, and tells what was wrong with it. */
  visit(address: string, visitor?: Visitor): Promise<Seen>;
  /** Opens what was answered to the visitor at an address, as if the browser itself had sent what it answers. */
  show(address: string, answer: Told, visitor: Visitor): Promise<Seen>;
  /** Opens what a careless site would have written, whose policy only tells what it would have forbidden. */
  open(html: string, policy: string): Promise<Seen>;
};

/** Looked for in the page itself once it has come to rest: nothing of a payload may have become an element. */
function traces(mark: string): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    if (element.hasAttribute(mark)) found.push(`became <${element.tagName}>`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`<${element.tagName} ${name}>`);
      if (!/^(?:href|src|action|formaction|data|xlink:href|ping)$/i.test(name)) continue;
      const address = [...value].filter((sign) => sign > " ").join("");
      // React itself writes it into forms that it makes in the browser, where it sends them by itself.
      if (address.startsWith("javascript:thrownewError('AReactformwasunexpectedlysubmitted.")) continue;
      if (/^(?:javascript|vbscript|livescript|data:text|data:image\/svg|data:app)/i.test(address))
        found.push(`${name} leads to a script`);
    }
  }
  return found;
}

/** What a reader can read, and what stands in the fields. */
function wordsOf(): string {
  const words: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (!/^(?:SCRIPT|STYLE|NOSCRIPT)$/.test(node.parentElement?.tagName ?? "")) words.push(node.nodeValue ?? "");
  for (const field of document.querySelectorAll<HTMLInputElement>("input, textarea")) words.push(field.value);
  return words.join("\n");
}

/** What one visitor has open; a page that was looked at is led to the next address: opening one costs more than what it shows. */
type Open = { context: Promise<BrowserContext>; idle: Page[]; busy: number };
const mostVisitors = 4;

/** A browser whose pages tell of every script that ran, every request elsewhere and every violation of their policy. */
export function watchingBrowser(): Watching {
  let browser: Browser;
  const visitors = new Map<string, Open>();
  beforeAll(async () => {
    const launch = browserLaunch();
    // Nobody is asked where such a host is: that it was asked for is seen before.
    const args = [...launch.args, "--host-resolver-rules=MAP *.invalid ~NOTFOUND"];
    browser = await chromium.launch({ ...launch, args });
  });
  afterAll(() => browser?.close());
  const onPage = async (visitor: Visitor | undefined, work: (page: Page) => Promise<Seen>) => {
    const name = visitor?.handle ?? "";
    const open = visitors.get(name) ?? { context: watchingContext(browser, visitor), idle: [], busy: 0 };
    // The last one asked for stands last.
    visitors.delete(name);
    visitors.set(name, open);
    open.busy += 1;
    try {
      const page = open.idle.pop() ?? (await (await open.context).newPage());
      const seen = await work(page);
      page.removeAllListeners();
      open.idle.push(page);
      return seen;
    } finally {
      open.busy -= 1;
      await closeSome(visitors);
    }
  };
  return {
    visit: (address, visitor) =>
      onPage(visitor, (page) => watched(page, new URL(address).origin, () => arrive(page, address))),
    show: (address, { headers, text }, visitor) =>
      onPage(visitor, (page) => {
        const policy = { "content-security-policy": String(headers["content-security-policy"]) };
        return given(page, { address, html: text, headers: policy }, async () => {
          await page.goto(address, { waitUntil: "load" });
          await settled(page);
        });
      }),
    open: (html, policy) =>
      onPage(undefined, (page) => {
        const address = "http://careless.invalid/";
        return given(page, { address, html, headers: { "content-security-policy-report-only": policy } }, async () => {
          await page.goto(address, { waitUntil: "load", timeout: 5000 }).catch(() => null);
        });
      }),
  };
}

type Given = { address: string; html: string; headers: Record<string, string> };

/** Watches a page at whose address these words are found, whatever the server would say. */
async function given(page: Page, { address, html, headers }: Given, work: () => Promise<void>): Promise<Seen> {
  const { href, origin } = new URL(address);
  const isIt = (url: URL) => url.href === href;
  await page.route(isIt, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8", headers }));
  const seen = await watched(page, origin, work);
  await page.unroute(isIt);
  return seen;
}

/** Pages that are left open go on asking the server what is new. */
async function closeSome(visitors: Map<string, Open>): Promise<void> {
  const done = [...visitors].filter(([, { busy }]) => busy === 0);
  for (const [name, { context }] of done.slice(0, Math.max(0, visitors.size - mostVisitors))) {
    visitors.delete(name);
    await (await context).close();
  }
}

async function watchingContext(browser: Browser, visitor?: Visitor): Promise<BrowserContext> {
  // As small as a phone: what is painted costs more than what is read.
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const cookies = [...(visitor?.cookies ?? [])].map(([name, value]) => ({ name, value, url: site.url }));
  await context.addCookies(cookies);
  await context.addInitScript(() => {
    Object.assign(window, { p: () => console.error("planted: ran") });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`violated: ${violatedDirective} ${blockedURI}`);
    });
  });
  return context;
}

async function watched(page: Page, origin: string, work: () => Promise<void>): Promise<Seen> {
  const [ran, violated]: [Set<string>, Set<string>] = [new Set(), new Set()];
  page.on("console", (message) => {
    const text = message.text();
    if (text === "planted: ran") ran.add("a script ran");
    else if (/^violated: |Content Security Policy/.test(text)) violated.add(text.slice(0, 200));
  });
  page.on("dialog", (dialog) => {
    // The page before asks whether to leave what was typed: an own question of a form.
    if (dialog.type() === "beforeunload") return void dialog.accept();
    ran.add(`a script opened a ${dialog.type()}`);
    return void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = URL.parse(request.url());
    if (url !== null && /^(?:https?|wss?):$/.test(url.protocol) && url.origin !== origin) ran.add(`asked ${url.host}`);
  });
  await work();
  const text = await page.evaluate(wordsOf).catch(() => "");
  for (const trace of await page.evaluate(traces, PLANTED).catch(() => ["led away"])) ran.add(trace);
  return { ran: [...ran], violated: [...violated], text };
}

/** A page that nobody asked for before may be on its way for a while; a browser would ask again by itself. */
async function untilMade(address: string): Promise<void> {
  let at = address;
  for (let asked = 0; asked < 60; asked += 1) {
    const { status, headers, body } = await fetch(at, { redirect: "manual" });
    await body?.cancel();
    const to = headers.get("location");
    if (status === 503) await wait(500);
    // What is asked for in another spelling leads to the page that is to be made; whoever is nobody is led to sign in.
    else if (to !== null && !to.includes("/sign-in")) at = new URL(to, at).href;
    else return;
  }
}

async function arrive(page: Page, address: string): Promise<void> {
  await untilMade(address);
  let answer = await page.goto(address, { waitUntil: "load" });
  // A page of people that has to wait in line says so, and when to come again.
  for (let again = 0; answer?.status() === 503 && again < 20; again += 1) {
    await wait(1000);
    answer = await page.goto(address, { waitUntil: "load" });
  }
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}.`);
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  // What runs after the page was loaded has run when the browser has painted twice; where no script may run, it never tells.
  const painted = page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
  await Promise.race([painted, page.waitForTimeout(1000)]);
  painted.catch(() => null);
}
