/** Milliseconds that a step is shown while the map plays. */
export const PACES = { slow: 3000, normal: 1600, fast: 700 } as const;
export type Pace = keyof typeof PACES;

/** Where the parts of a page stand that tell of one moment; the same on the page of every moment. */
export const AT_STEP = "[data-at-step]";

/** Playing from the last step begins again at the first. */
export function firstToPlay(index: number, count: number): number {
  return index >= count - 1 ? 0 : index + 1;
}

/**
 * The parts of the page at hand that tell of a moment become those of the page of another moment, by their names. What
 * only one of the two pages has stays as it is.
 */
export function takeParts(here: Document, there: Document): void {
  for (const part of here.querySelectorAll<HTMLElement>(AT_STEP)) {
    const name = part.dataset.atStep ?? "";
    const other = there.querySelector(`[data-at-step="${name}"]`);
    if (other) part.replaceChildren(...[...other.childNodes].map((node) => here.importNode(node, true)));
  }
}

const MOST_RETURNS = 8;

/** Asks again for a page that is being made, as a browser does by itself (`Refresh`), after the time it says. */
async function whenMade(get: typeof fetch, href: string): Promise<Response> {
  for (let returns = 0; ; returns += 1) {
    const answer = await get(href);
    if (!answer.headers.has("refresh") || returns === MOST_RETURNS) return answer;
    await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get("retry-after")) * 1000));
  }
}

/** Fetches the page of each step once. One that failed may be asked for again. */
export function pageFetcher(get: typeof fetch, parse: (html: string) => Document): (href: string) => Promise<Document> {
  const pages = new Map<string, Promise<Document>>();
  return (href) => {
    const kept = pages.get(href);
    if (kept) return kept;
    const page = whenMade(get, href).then(async (answer) => {
      if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
      return parse(await answer.text());
    });
    pages.set(href, page);
    page.catch(() => pages.delete(href));
    return page;
  };
}
