/*
 * Keeps the forms of contributors on a device whose owner asked for it, so that they open without a line. Its scope is
 * /{language}/contribute: no public page ever passes through here, so none can be shown from an old copy.
 */
"use strict";

const FORMS = "turnout-outbox-forms";
const PARTS = "turnout-outbox-parts";
const formPath = /^\/(?:en|kk|ru|tr)\/contribute\/(?:new|outbox)$/;
const partPath = /\/_next\/static\/[\w\-./~%]+\.(?:js|css)/g;
/** With a copy at hand a bad line is not waited for longer. */
const patienceMs = 7000;
const mostForms = 60;
/** A copy younger than this is not fetched again only because the outbox was opened. */
const freshMs = 86_400_000;
/** Once its owner said so nothing is kept any more, not even what was on its way. */
let isForgotten = false;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "forget") {
    isForgotten = true;
    event.waitUntil(forget().then(() => event.ports[0]?.postMessage("forgotten")));
  }
  if (!Array.isArray(event.data?.keep)) return;
  // Its owner set up an outbox again, and the browser went on with the same worker.
  isForgotten = false;
  const kept = Promise.allSettled(event.data.keep.map((address) => fetchForm(address)));
  event.waitUntil(kept.then(() => event.ports[0]?.postMessage("kept")));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(answerPage(event, url));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(answerPart(request));
});

async function answerPage(event, url) {
  const isForm = formPath.test(url.pathname);
  const kept = isForm ? await keptForm(url) : undefined;
  try {
    const response = await inTime(fetch(event.request), kept !== undefined);
    if (isForm && isWhole(response)) event.waitUntil(keepForm(url, response.clone()));
    // A server that is away is no better than no line, as long as there is something to write into.
    if (kept === undefined || response.status < 500) return response;
  } catch (problem) {
    if (kept === undefined) return leadOn(url, problem);
  }
  return asNewlyOpened(kept);
}

/**
 * Only the forms are kept: from every other page of a contributor the way leads to the outbox, if that is kept, which
 * says what kind of form is missing. The menu asks for a kind without a wave: where one such form is kept it is that.
 */
async function leadOn(url, problem) {
  const isForm = formPath.test(url.pathname);
  const only = isForm ? await onlyFormOfKind(url) : null;
  if (only !== null) return Response.redirect(only, 302);
  const outbox = new URL(`/${url.pathname.split("/")[1]}/contribute/outbox`, url);
  if (url.pathname === outbox.pathname || !(await keptForm(outbox))) throw problem;
  const missing = isForm ? `&missing=${encodeURIComponent(url.searchParams.get("kind") ?? "")}` : "";
  return Response.redirect(`${outbox}?no_line=1${missing}`, 302);
}

/** Null where several waves have one, or more was asked for than a kind, such as a workforce. */
async function onlyFormOfKind({ pathname, searchParams }) {
  const kind = searchParams.get("kind");
  if (kind === null || kind === "figure" || [...searchParams.keys()].length > 1) return null;
  const all = (await (await caches.open(FORMS)).keys()).map((request) => new URL(request.url));
  const same = all.filter((one) => one.pathname === pathname && one.searchParams.get("kind") === kind);
  return same.length === 1 ? same[0].href : null;
}

function inTime(answer, hasCopy) {
  if (!hasCopy) return answer;
  return Promise.race([
    answer,
    new Promise((_, reject) => setTimeout(() => reject(new Error("The line is too slow.")), patienceMs)),
  ]);
}

function isWhole(response) {
  return response.status === 200 && !response.redirected && /^text\/html/.test(response.headers.get("content-type"));
}

async function keptForm(url) {
  const isOutbox = url.pathname.endsWith("/outbox");
  return (await caches.open(FORMS)).match(url.href.split("#")[0], { ignoreSearch: isOutbox });
}

async function fetchForm(address) {
  const url = new URL(address, self.location.origin);
  if (!formPath.test(url.pathname)) return;
  const kept = await keptForm(url);
  if (kept && Date.now() - Number(kept.headers.get("x-kept-at")) < freshMs) return;
  const response = await fetch(url, { credentials: "same-origin", redirect: "error", headers: { Accept: "text/html" } });
  if (isWhole(response)) await keepForm(url, response);
}

/** A page with everything it is made of. Once a page comes with other parts, the app is another: the rest is kept anew. */
async function keepForm(url, response, isLast = false) {
  const forms = await caches.open(FORMS);
  const address = url.pathname.endsWith("/outbox") ? url.origin + url.pathname : url.href.split("#")[0];
  const html = await response.text();
  if (isForgotten) return;
  const parts = [...new Set(html.match(partPath) ?? [])].sort();
  const before = await forms.match(address);
  await keepParts(parts);
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("x-kept-at", String(Date.now()));
  headers.set("x-parts", parts.join(" "));
  if (isForgotten) return forget();
  await forms.put(address, new Response(html, { headers }));
  const all = await forms.keys();
  for (const old of all.slice(0, Math.max(0, all.length - mostForms))) await forms.delete(old);
  if (!isLast && before && before.headers.get("x-parts") !== parts.join(" ")) await keepAllAnew(forms, address);
}

async function keepParts(parts) {
  const cache = await caches.open(PARTS);
  const missing = await Promise.all(parts.map(async (part) => ((await cache.match(part)) ? null : part)));
  await cache.addAll(missing.filter((part) => part !== null));
}

async function keepAllAnew(forms, except) {
  for (const { url } of await forms.keys()) {
    if (url === except) continue;
    const response = await fetch(url, { credentials: "same-origin", redirect: "error" }).catch(() => null);
    if (response && isWhole(response)) await keepForm(new URL(url), response, true);
  }
  const kept = await Promise.all((await forms.keys()).map((request) => forms.match(request)));
  const needed = new Set(kept.flatMap((page) => page.headers.get("x-parts").split(" ")));
  const cache = await caches.open(PARTS);
  for (const request of await cache.keys()) if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
}

/** The name of a part carries the hash of its content: a kept one is never an old one. */
async function answerPart(request) {
  const cache = await caches.open(PARTS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200 && !isForgotten) await cache.put(request, response.clone());
  return response;
}

async function forget() {
  await Promise.all([caches.delete(FORMS), caches.delete(PARTS)]);
}

/**
 * Each opening of a copy is a new form: with a key of its own, or two things written into it would be one entry, and
 * with a nonce of its own. The page is told since when it was kept, so that it can say so.
 */
async function asNewlyOpened(kept) {
  let html = await kept.text();
  const headers = new Headers(kept.headers);
  const key = /name="submissionKey" value="([\w-]{36})"/.exec(html)?.[1];
  if (key) html = html.replaceAll(key, crypto.randomUUID());
  const policy = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (nonce) {
    const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
    html = html.replaceAll(nonce, fresh);
    headers.set("content-security-policy", policy.replaceAll(nonce, fresh));
  }
  html = html.replace("<html", `<html data-kept-at="${headers.get("x-kept-at")}"`);
  return new Response(html, { status: 200, headers });
}
