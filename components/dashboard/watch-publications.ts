import { askPauseMs, BEGIN_MS, type Happening, LEFT_MS, newerVersion, nextWatch, RESTING } from "./live-watch";

type OpenPage = { wave: string; version: number };
/** `version` is null when it is only known that there is a newer one. */
type Tell = (version: number | null) => void;

/**
 * Tells once when something newer of the wave is published than the page was made from; returns the way to stop. It
 * listens while the page is looked at, and asks now and then where listening does not work.
 */
export function watchPublications(page: OpenPage, tell: Tell): () => void {
  let watch = RESTING;
  let stopDoing = () => {};
  let waiting = setTimeout(look, BEGIN_MS);

  function happens(happening: Happening) {
    const last = watch;
    watch = nextWatch(last, happening, "EventSource" in window);
    if (watch.doing === last.doing) return;
    stopDoing();
    stopDoing = () => {};
    if (watch.doing === "listening") stopDoing = listen(page, tell, happens);
    if (watch.doing === "asking") stopDoing = keepAsking(page, tell, happening === "shown");
  }
  function look() {
    clearTimeout(waiting);
    if (document.visibilityState === "visible") happens("shown");
    else waiting = setTimeout(happens, LEFT_MS, "left");
  }
  function leave() {
    clearTimeout(waiting);
    happens("left");
  }
  // A page kept for the way back holds no connection; `pageshow` also ends the first loading, which is no return.
  function comeBack({ persisted }: PageTransitionEvent) {
    if (persisted) look();
  }
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", comeBack);
  return () => {
    leave();
    document.removeEventListener("visibilitychange", look);
    removeEventListener("pagehide", leave);
    removeEventListener("pageshow", comeBack);
  };
}

function listen({ wave, version }: OpenPage, tell: Tell, happens: (happening: Happening) => void): () => void {
  const source = new EventSource(`/api/v1/live?${new URLSearchParams({ wave, version: String(version) })}`);
  source.onopen = () => happens("opened");
  source.onerror = () => happens(source.readyState === EventSource.CLOSED ? "refused" : "interrupted");
  source.addEventListener("published", ({ data }) => {
    const newer = newerVersion(data, version);
    if (newer !== null) tell(newer);
  });
  return () => source.close();
}

function keepAsking(page: OpenPage, tell: Tell, atOnce: boolean): () => void {
  let timer = setTimeout(ask, atOnce ? 0 : askPauseMs(Math.random()));
  let isOver = false;
  async function ask() {
    const isOld = await isOutdated(page).catch(() => false);
    if (isOver) return;
    if (isOld) tell(null);
    else timer = setTimeout(ask, askPauseMs(Math.random()));
  }
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

// Of an older version than the record's there is no chart any more, while a page's ETag changes for other reasons too.
async function isOutdated({ wave, version }: OpenPage): Promise<boolean> {
  const chart = `/api/v1/waves/${encodeURIComponent(wave)}/charts/reach.json?v=${version}`;
  const { status } = await fetch(chart, { method: "HEAD", cache: "no-store" });
  return status === 404;
}
