import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

const origin = "https://turnout.example.org";
const script = readFileSync(path.join(import.meta.dirname, "../../public/outbox-worker.js"), "utf8");

type Listener = (event: object) => void;

function memoryCache() {
  const kept = new Map<string, Response>();
  const keyOf = (asked: RequestInfo | URL) => new URL(asked instanceof Request ? asked.url : asked, origin).href;
  const cache = {
    match: async (asked: RequestInfo | URL) => kept.get(keyOf(asked))?.clone(),
    put: async (asked: RequestInfo | URL, response: Response) => void kept.set(keyOf(asked), response),
    addAll: async (all: string[]) => {
      for (const one of all) kept.set(keyOf(one), new Response(`part ${one}`));
    },
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
    delete: async (asked: RequestInfo | URL) => kept.delete(keyOf(asked)),
  };
  return { kept, cache };
}

/** The worker in a browser of a few lines: a line that can be cut, and caches in memory. */
function start(answer: (url: URL) => Response | Promise<Response>) {
  const listeners = new Map<string, Listener>();
  const stores = new Map<string, ReturnType<typeof memoryCache>>();
  const open = (name: string) => {
    const store = stores.get(name) ?? memoryCache();
    stores.set(name, store);
    return store;
  };
  const line = { isCut: false };
  const asked: string[] = [];
  const fetch = async (to: RequestInfo | URL) => {
    const url = new URL(to instanceof Request ? to.url : to, origin);
    asked.push(url.pathname);
    if (line.isCut) throw new TypeError("Failed to fetch");
    return answer(url);
  };
  const self = {
    addEventListener: (type: string, heard: Listener) => listeners.set(type, heard),
    location: { origin },
  };
  const caches = {
    open: async (name: string) => open(name).cache,
    delete: async (name: string) => stores.delete(name),
  };
  const globals = { self, caches, fetch, URL, Request, Response, Headers, crypto, btoa, setTimeout, Date };
  runInContext(script, createContext({ ...globals, Promise, Error, String, Set, Array, Math, Uint8Array }));
  const visit = async (address: string, mode = "navigate", method = "GET") => {
    const request = new Proxy(new Request(new URL(address, origin), { method }), {
      get: (target, name) => (name === "mode" ? mode : Reflect.get(target, name, target)),
    });
    const work: Promise<unknown>[] = [];
    let answered: Promise<Response> | null = null;
    const event = {
      request,
      respondWith: (response: Promise<Response>) => {
        answered = response;
      },
      waitUntil: (promise: Promise<unknown>) => work.push(promise),
    };
    listeners.get("fetch")?.(event);
    const response = answered === null ? null : await (answered as Promise<Response>);
    await Promise.all(work);
    return response;
  };
  const say = async (data: unknown) => {
    const work: Promise<unknown>[] = [];
    listeners.get("message")?.({ data, ports: [], waitUntil: (promise: Promise<unknown>) => work.push(promise) });
    await Promise.all(work);
  };
  return { visit, line, asked, open, say, stores };
}

const key = "3f1c2a90-0000-4000-8000-000000000000";
const form = (build = "a") =>
  new Response(
    `<html lang="en"><script nonce="abc=" src="/_next/static/chunks/${build}.js"></script><input type="hidden" name="submissionKey" value="${key}"/>["submissionKey","${key}"]</html>`,
    { headers: { "content-type": "text/html", "content-security-policy": "script-src 'self' 'nonce-abc='" } },
  );
const formAddress = "/en/contribute/new?kind=figure&workforce=KZ22-W11";

test("a form that was opened over a line opens without one, as a new form each time", async () => {
  const { visit, line, open } = start(() => form());
  await visit(formAddress);
  expect([...open("turnout-outbox-parts").kept.keys()]).toEqual([`${origin}/_next/static/chunks/a.js`]);
  line.isCut = true;
  const [one, two] = [await visit(formAddress), await visit(formAddress)];
  const [first, second] = [(await one?.text()) ?? "", (await two?.text()) ?? ""];
  const keysOf = (html: string) => html.match(/[\da-f]{8}-[\da-f-]{27}/g) ?? [];
  expect(keysOf(first)).toHaveLength(2);
  expect(new Set([...keysOf(first), ...keysOf(second), key]).size).toBe(3);
  const nonce = /nonce="([^"]+)"/.exec(first)?.[1];
  expect(nonce).not.toBe("abc=");
  expect(one?.headers.get("content-security-policy")).toBe(`script-src 'self' 'nonce-${nonce}'`);
  expect(first).toMatch(/^<html data-kept-at="\d+" lang="en">/);
});

test("a newer form over the line is shown as it came, and a server that is away is as no line", async () => {
  let build = "a";
  const { visit } = start(() => (build === "" ? new Response("Bad gateway", { status: 502 }) : form(build)));
  await visit(formAddress);
  build = "b";
  expect(await (await visit(formAddress))?.text()).toContain("/chunks/b.js");
  build = "";
  expect(await (await visit(formAddress))?.text()).toContain("data-kept-at");
});

test("once a form comes with other parts every kept form is fetched anew and the old parts go", async () => {
  let build = "a";
  const { visit, open } = start(() => form(build));
  await visit(formAddress);
  await visit("/en/contribute/new?kind=action");
  build = "b";
  await visit(formAddress);
  const pages = await Promise.all([...open("turnout-outbox-forms").kept.values()].map((page) => page.clone().text()));
  expect(pages.map((html) => /chunks\/(\w)\.js/.exec(html)?.[1])).toEqual(["b", "b"]);
  expect([...open("turnout-outbox-parts").kept.keys()]).toEqual([`${origin}/_next/static/chunks/b.js`]);
});

test("of every other page of a contributor nothing is kept; without a line it leads to the outbox", async () => {
  const { visit, line, open } = start(() => form());
  await visit("/en/contribute/outbox?no_line=1");
  await visit("/en/contribute");
  await visit("/en/contribute/3f1c2a90-0000-4000-8000-000000000000");
  expect([...open("turnout-outbox-forms").kept.keys()]).toEqual([`${origin}/en/contribute/outbox`]);
  line.isCut = true;
  expect((await visit("/en/contribute"))?.headers.get("location")).toBe(`${origin}/en/contribute/outbox?no_line=1`);
  await expect(visit("/kk/contribute")).rejects.toThrow("Failed to fetch");
});

test("without a line a kind alone leads to the one form of it that is kept, else to the outbox with what is missing", async () => {
  const { visit, line } = start(() => form());
  const [action, demand] = ["action", "demand"].map((kind) => `/en/contribute/new?kind=${kind}`);
  for (const address of ["/en/contribute/outbox", `${action}&wave=one`, `${demand}&wave=one`, `${demand}&wave=two`])
    await visit(address);
  await visit(formAddress);
  line.isCut = true;
  const ledTo = async (address: string) => (await visit(address))?.headers.get("location")?.replace(origin, "");
  const missing = (kind: string) => `/en/contribute/outbox?no_line=1&missing=${kind}`;
  expect(await ledTo(`${action}`)).toBe(`${action}&wave=one`);
  expect(await ledTo(`${demand}`)).toBe(missing("demand"));
  expect(await ledTo(`${action}&wave=two`)).toBe(missing("action"));
  expect(await ledTo("/en/contribute/new?kind=figure")).toBe(missing("figure"));
  expect(await ledTo("/en/contribute/new")).toBe(missing(""));
});

test("forgotten and set up again, the same worker keeps forms again", async () => {
  const { visit, say, open } = start(() => form());
  await visit(formAddress);
  await say("forget");
  await say({ keep: [formAddress] });
  expect([...open("turnout-outbox-forms").kept.keys()]).toEqual([`${origin}${formAddress}`]);
});

test.each([
  ["what is sent", "/en/contribute/new", "navigate", "POST"],
  ["another site", "https://elsewhere.example.org/en/contribute/new", "navigate", "GET"],
  ["what a page asks for itself", "/api/outbox", "cors", "GET"],
])("%s passes by the worker", async (_, address, mode, method) => {
  const { visit, asked } = start(() => form());
  expect(await visit(address, mode, method)).toBeNull();
  expect(asked).toEqual([]);
});

test("answers that are no whole page are not kept", async () => {
  const answers = [
    new Response("late", { status: 503, headers: { "content-type": "text/html" } }),
    Response.json({}),
    new Response(null, { status: 404 }),
  ];
  const { visit, open } = start(() => answers.shift() ?? form());
  for (let times = 0; times < 3; times += 1) await visit(formAddress);
  expect(open("turnout-outbox-forms").kept.size).toBe(0);
});

test("once it is to forget, nothing is left and nothing that was on its way is kept", async () => {
  let arrive: (response: Response) => void = () => undefined;
  const { visit, say, stores } = start(({ search }) =>
    search.includes("action")
      ? new Promise((resolve) => {
          arrive = resolve;
        })
      : form(),
  );
  await visit(formAddress);
  const onItsWay = say({ keep: ["/en/contribute/new?kind=action"] });
  await say("forget");
  arrive(form("b"));
  await onItsWay;
  await visit(formAddress);
  expect([...stores.values()].flatMap(({ kept }) => [...kept.keys()])).toEqual([]);
});
