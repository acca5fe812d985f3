const WORKER = "/outbox-worker.js";
const CACHES = ["turnout-outbox-forms", "turnout-outbox-parts"];

/** Whether this browser can open a form without a line at all. */
function canKeepForms(): boolean {
  return "serviceWorker" in navigator && "caches" in globalThis;
}

/** Has the worker of one language keep these pages; it answers for nothing but the pages of contributors. */
export async function keepForms(locale: string, addresses: readonly string[]): Promise<void> {
  if (!canKeepForms()) return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: `/${locale}/contribute` });
  const worker = registration.active ?? (await activeOf(registration));
  await ask(worker, { keep: addresses });
}

/** Resolves when the worker has done what it was asked for. */
function ask(worker: ServiceWorker, message: unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  worker.postMessage(message, [port2]);
  return done;
}

function activeOf({ installing, waiting }: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const coming = installing ?? waiting;
  if (coming === null) return Promise.reject(new Error("There is no worker."));
  return new Promise((resolve, reject) => {
    const look = () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error("The worker did not start."));
    };
    coming.addEventListener("statechange", look);
    look();
  });
}

export type OfflineForm = { address: string; title: string };

/** The forms that open without a line, by what their pages are called. */
export async function readOfflineForms(): Promise<OfflineForm[]> {
  if (!canKeepForms() || !(await caches.has("turnout-outbox-forms"))) return [];
  const cache = await caches.open("turnout-outbox-forms");
  const pages = await Promise.all(
    (await cache.keys()).map(async ({ url }) => {
      const { pathname, search } = new URL(url);
      const html = (await (await cache.match(url))?.text()) ?? "";
      const title = new DOMParser().parseFromString(html, "text/html").title;
      return { address: `${pathname}${search}`, title: title.split(" · ")[0] ?? "" };
    }),
  );
  return pages.filter(({ address }) => !address.endsWith("/outbox"));
}

/** Since when the page that is shown was kept; null when it came over the line. */
export function keptAt(): number | null {
  const at = Number(document.documentElement.dataset.keptAt);
  return Number.isFinite(at) && at > 0 ? at : null;
}

/** No form opens without a line any more, and nothing of them is left. */
export async function forgetForms(): Promise<void> {
  if (!canKeepForms()) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  for (const registration of registrations) {
    if (registration.active) await ask(registration.active, "forget");
    await registration.unregister();
  }
  await Promise.all(CACHES.map((name) => caches.delete(name)));
}
