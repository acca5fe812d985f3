import { quantile } from "../support/read-address";
import type { CrowdReport, Sighting } from "./crowd";
import type { Publication } from "./publications";

export type PublishFigures = {
  /** By page (and server, when there are two): ms from the commit to the first reader who had it complete. */
  delays: { where: string; seen: number; medianMs: number; p95Ms: number; maxMs: number }[];
  torn: string[];
  /** By page: the parts that were held against each other, so that a blind comparison shows. */
  compared: Record<string, string[]>;
  /** Answers to requests sent later than the limit after a publication that do not show it. */
  stale: number;
  /** Pages on which a publication was never seen at all, though nothing newer replaced it. */
  unseen: number;
  /** Pairs of answers where a reader met an older page after a newer one was complete on the same server. */
  backwards: number;
};

function comparedParts(sightings: Sighting[]): Record<string, string[]> {
  const pages = [...Map.groupBy(sightings, ({ page }) => page)];
  const partsOf = ({ reading }: Sighting) => [
    ...Object.keys(reading.parts),
    ...(reading.version === null ? [] : ["version"]),
  ];
  return Object.fromEntries(pages.map(([page, some]) => [page, [...new Set(some.flatMap(partsOf))]]));
}

export const staleAfterMs = 2000;

function delaysOf(where: string, sightings: Sighting[], publications: Publication[]) {
  const delays = publications.flatMap(({ number, committedAt }) => {
    const seen = sightings.filter(({ reading }) => reading.publication >= number).map(({ firstSeen }) => firstSeen);
    return seen.length === 0 ? [] : [Math.min(...seen) - committedAt];
  });
  return {
    ...{ where, seen: delays.length, medianMs: quantile(delays, 0.5) },
    ...{ p95Ms: quantile(delays, 0.95), maxMs: Math.max(...delays) },
  };
}

/** Requests answered with this body although a later publication had been committed for longer than the limit. */
function staleAnswers({ reading, sentAt }: Sighting, publications: Publication[]): number {
  const next = publications.find(({ number }) => number === reading.publication + 1);
  return next === undefined ? 0 : sentAt.filter((at) => at > next.committedAt + staleAfterMs).length;
}

function backwardsAnswers(sightings: Sighting[]): number {
  return sightings.reduce((sum, one) => {
    const newer = sightings.filter(({ reading }) => reading.publication > one.reading.publication);
    const known = Math.min(...newer.map(({ firstSeen }) => firstSeen));
    return sum + one.sentAt.filter((at) => at > known).length;
  }, 0);
}

export function publishFigures({ sightings }: CrowdReport, publications: Publication[]): PublishFigures {
  const places = [...Map.groupBy(sightings, ({ server, page }) => `${page}, ${server}`)];
  const delays = places.map(([where, some]) => delaysOf(where, some, publications));
  return {
    delays,
    torn: sightings.flatMap(({ server, page, reading, sentAt }) =>
      reading.torn.map((how) => `${page}, ${server}, ${sentAt.length} answers: ${how}`),
    ),
    compared: comparedParts(sightings),
    stale: sightings.reduce((sum, one) => sum + staleAnswers(one, publications), 0),
    unseen: delays.reduce((sum, { seen }) => sum + publications.length - seen, 0),
    backwards: places.reduce((sum, [, some]) => sum + backwardsAnswers(some), 0),
  };
}
