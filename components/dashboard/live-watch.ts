/** How an open page hears of a publication: it listens, or it asks now and then, or it rests while nobody looks. */
export type Watch = { doing: "resting" | "listening" | "asking"; failures: number };

/**
 * shown: somebody looks at the page. left: nobody has for a while. opened, interrupted, refused: of the connection; an
 * interrupted one is opened again by the browser, a refused one is not.
 */
export type Happening = "shown" | "left" | "opened" | "interrupted" | "refused";

export const RESTING: Watch = { doing: "resting", failures: 0 };

/** The page has come to rest by then, and who left it at once never opened a connection. */
export const BEGIN_MS = 2000;
/** A browser opens six connections to one host over HTTP/1.1: pages in the background may not hold them. */
export const LEFT_MS = 10_000;

const MOST_FAILURES = 3;
const ASK_MS = 120_000;

/** What to do after something happened. Coming back to the page gives the connection a new chance. */
export function nextWatch(watch: Watch, happening: Happening, canListen: boolean): Watch {
  if (happening === "left") return RESTING;
  if (happening === "shown") return { doing: canListen ? "listening" : "asking", failures: 0 };
  if (watch.doing !== "listening") return watch;
  if (happening === "opened") return { doing: "listening", failures: 0 };
  const failures = watch.failures + 1;
  return { doing: happening === "refused" || failures >= MOST_FAILURES ? "asking" : "listening", failures };
}

/** Until the next question: about two minutes, not the same for all, so that thousands of pages do not ask at once. */
export function askPauseMs(chance: number): number {
  return ASK_MS * (0.75 + chance / 2);
}

/** The version a message tells of; null when it is not a newer one than the page has. */
export function newerVersion(data: string, has: number): number | null {
  const [, digits] = /"version":\s*(\d{1,15})\b/.exec(data) ?? [];
  return digits !== undefined && Number(digits) > has ? Number(digits) : null;
}
