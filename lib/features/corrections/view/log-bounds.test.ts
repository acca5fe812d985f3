import fc from "fast-check";
import { expect, it } from "vitest";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { addDays } from "@/lib/shared/local-time";
import { NO_FILTER } from "@/lib/shared/search-params";
import type { Correction } from "../view";
import { allCorrections } from "./all-waves";
import { earlierThan } from "./log-bounds";

const dayOf = (day: number) => addDays("2030-05-01", day);
const correction = (day: number, at: number) =>
  ({ recordedAt: day * 86_400_000 + at, facets: { firstDate: dayOf(day) } }) as Correction;

it("goes back page by page over every day, and loses nothing of a day that fits on a page", () => {
  const most = 5;
  const days = fc
    .uniqueArray(fc.nat(30), { minLength: 1 })
    .chain((some) =>
      fc.tuple(...some.map((day) => fc.integer({ min: 1, max: most }).map((count) => ({ day, count })))),
    );
  fc.assert(
    fc.property(days, (counts) => {
      const all = counts
        .flatMap(({ day, count }) => Array.from({ length: count }, (_, at) => correction(day, at)))
        .toSorted((one, other) => other.recordedAt - one.recordedAt);
      const seen = new Set<Correction>();
      let filter = NO_FILTER;
      for (let pages = 0; pages <= 2 * counts.length; pages += 1) {
        const fitting = all.filter(({ facets }) => filter.to === null || facets.firstDate <= filter.to);
        const shown = fitting.slice(0, most);
        for (const one of shown) seen.add(one);
        const last = shown.at(-1);
        if (last === undefined || fitting.length === shown.length) break;
        filter = earlierThan(last, filter);
      }
      expect(seen.size).toBe(all.length);
    }),
  );
});

it("shows of all waves nothing older than the oldest of a wave that was cut: of that one there may be more in between", () => {
  const context = {} as ReadingContext;
  const cut = { context, shown: [correction(9, 0), correction(5, 0)], total: 40, isCut: true };
  const whole = { context, shown: [correction(7, 0), correction(5, 0), correction(2, 0)], total: 3, isCut: false };
  const { shown, total, isCut } = allCorrections([cut, whole], NO_FILTER);
  expect(shown.map(({ correction: { facets } }) => facets.firstDate)).toEqual([9, 7, 5, 5].map(dayOf));
  expect([total, isCut]).toEqual([43, true]);
  expect(allCorrections([whole], NO_FILTER)).toMatchObject({ total: 3, isCut: false });
});
