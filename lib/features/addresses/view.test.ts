import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { correctionsView } from "@/lib/features/corrections/view";
import { demandsView } from "@/lib/features/demands/view";
import { timelineView } from "@/lib/features/events/view";
import { askedChartFile } from "@/lib/features/figures/view/chart-file";
import { claimListView } from "@/lib/features/figures/view/claim-list";
import { spreadView } from "@/lib/features/regions/view/spread";
import { askedStep, stepsOf } from "@/lib/features/regions/view/steps";
import { solidarityView } from "@/lib/features/solidarity/view";
import { sourcesView } from "@/lib/features/sources/view";
import { askedLens, readThrough } from "@/lib/features/waves/view/asked-lens";
import { choicesOf, type Facets } from "@/lib/features/waves/view/facets";
import { filteredList, type ListName } from "@/lib/features/waves/view/filtered-list";
import { type ReadingContext, readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { workforceListView } from "@/lib/features/workforces/view/list";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { paramsOf, type SearchParams } from "@/lib/shared/search-params";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticRecord, syntheticWorkforce } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { addressBook, KNOWN_ROUTES } from "./view";

const record = waveRecordOfFiles(readRecordFiles());
const synthetic = syntheticRecord({ version: 4, workforces: [syntheticWorkforce("ZZ30-W1")] });
const book = addressBook([synthetic, record]);
const words = await readingWords("kk");
const context = readingContext(record, words);
/** As a page reads the record for its address. */
const reading = (params: SearchParams) =>
  readingContext(readThrough(record, askedLens(params, record).lens), words, record);
const slug = "kazakhstan-january-2022";
const WAVE = "/[locale]/waves/[wave]";
const FILES = "/api/v1/waves/[wave]";
const VIEWS: Record<ListName, (context: ReadingContext) => { id: string; facets: Facets }[]> = {
  ...{ timeline: timelineView, demands: demandsView, solidarity: solidarityView, sources: sourcesView },
  figures: claimListView,
  corrections: correctionsView,
};
const path = { locale: "kk", wave: slug, id: "KZ22-F12", workforce: "KZ22-W1", code: "KZ-KAR", chart: "crowds.svg" };

const find = (route: string, query: string, params: Record<string, string> = {}) =>
  book.find(route, { ...path, ...params }, new URLSearchParams(query));
const queryOfPage = (route: string, query: string) => find(route, query)?.query;

/** Queries of names that mean something here and names that do not, with right, wrong and hostile values. */
const values = fc.oneof(
  fc.constantFrom("KZ-KAR", "KZ-33", "strike", "yes", "no", "union", "press", "kazakhmys-miners", "kazakhmys"),
  fc.constantFrom("KZ-KAR,KZ-MAN", "KZ-ALA,nobody", "kazakhmys-miners,KZ22-W1", "workforces"),
  fc.constantFrom("turnout", "ccc", "words_only", "none", "bls", "kz", "2022-01-04", "2021-12-31", "attendance"),
  fc.constantFrom("2022-01-05", "2022-01-04T18:00", "2022-01-04T18:01", "2022-02-30", "0000-00-00", "narrow", "ru", ""),
  fc.constantFrom("from,to", "at", "at,region,nothing", "1", "7", "KZ22-W1", "<script>", "__proto__", "%00", " yes "),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.string({ maxLength: 130, unit: "binary" }),
  fc.string({ maxLength: 130, unit: "grapheme" }),
);
const names = fc.oneof(
  fc.constantFrom(...new Set(Object.values(KNOWN_ROUTES).flat()), "at", "left_out", "from", "to"),
  fc.constantFrom("utm_source", "_rsc", "__proto__", "constructor", "page", "AT"),
);
const queries = fc.array(fc.tuple(names, values), { maxLength: 8 });
const routes = fc.constantFrom(...Object.keys(KNOWN_ROUTES));

describe("every address", () => {
  it("is its own canonical address, with nothing left out again", () => {
    fc.assert(
      fc.property(routes, queries, (route, query) => {
        const once = book.find(route, path, new URLSearchParams(query));
        if (once === null) return;
        expect(find(route, once.query)).toEqual({ ...once, leftOut: [] });
        for (const name of once.leftOut) expect(once.query).toMatch(new RegExp(`left_out=[a-z_,]*${name}`));
      }),
      { numRuns: 2000 },
    );
  });

  it("carries only the names its page reads, without the version and the language it has anyway", () => {
    fc.assert(
      fc.property(routes, queries, (route, query) => {
        const found = book.find(route, path, new URLSearchParams(query));
        const read = KNOWN_ROUTES[route]?.filter((name) => name !== "v") ?? [];
        for (const name of new URLSearchParams(found?.query).keys()) expect(read).toContain(name);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the order of the names", () => {
    fc.assert(
      fc.property(routes, queries, (route, query) => {
        const single = [...new Map(query)];
        const forwards = book.find(route, path, new URLSearchParams(single));
        expect(book.find(route, path, new URLSearchParams(single.toReversed()))).toEqual(forwards);
      }),
      { numRuns: 1000 },
    );
  });

  it("shows what the address it came from shows", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ListName>("timeline", "demands", "solidarity", "sources", "figures"),
        queries,
        (name, query) => {
          const shown = (asked: string) => {
            const params = paramsOf(new URLSearchParams(asked));
            const {
              shown: all,
              filter,
              leftOut,
            } = filteredList(name, VIEWS[name], {
              context: reading(params),
              params,
            });
            return { ids: all.map(({ id }) => id), filter, leftOut };
          };
          const raw = new URLSearchParams(query).toString();
          expect(shown(queryOfPage(`${WAVE}/${name}`, raw) ?? "?")).toEqual(shown(raw));
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it("shows the same workforces, the same file and the same moment", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const [raw, given] = [new URLSearchParams(query).toString(), paramsOf(new URLSearchParams(query))];
        const again = (route: string) => paramsOf(new URLSearchParams(queryOfPage(route, raw) ?? "?"));
        const workforces = (asked: SearchParams) => workforceListView(reading(asked), asked);
        expect(workforces(again(`${WAVE}/workforces`))).toEqual(workforces(given));
        const file = askedChartFile(path.chart, given, record);
        if (file) expect(askedChartFile(path.chart, again(`${FILES}/charts/[chart]`), record)).toEqual(file);
        else expect(find(`${FILES}/charts/[chart]`, raw)).toBeNull();
        const { step, missed } = spreadView(reading(given), askedStep(given));
        const then = again(`${WAVE}/spread`);
        expect(spreadView(reading(then), askedStep(then))).toMatchObject({ step, missed });
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("is one of few, whatever dates and moments are asked for", () => {
    const days = choicesOf(timelineView(context), context).from;
    if (days === undefined || !("first" in days)) throw new Error("The timeline has no days.");
    const count = (Date.parse(days.last) - Date.parse(days.first)) / 86_400_000 + 1;
    const [from, at] = [new Set<string | undefined>(), new Set<string | undefined>()];
    for (let year = 1; year < 10_000; year += 7) {
      for (const day of ["01-01", "01-05", "02-29", "12-31"]) {
        const date = `${String(year).padStart(4, "0")}-${day}`;
        from.add(queryOfPage(`${WAVE}/timeline`, `from=${date}&to=${date}`));
        at.add(queryOfPage(`${WAVE}/spread`, `at=${date}T${String(year % 24).padStart(2, "0")}:00`));
      }
    }
    // Dates that are none add one address that says so.
    expect(from.size).toBeLessThanOrEqual(count + 1);
    expect(at.size).toBeLessThanOrEqual(2 * stepsOf(record).length);
  });
});

describe("the address of a list", () => {
  const timeline = `${WAVE}/timeline`;

  it("keeps what fits in a fixed order and names the rest", () => {
    expect(find(timeline, "to=2022-01-05&utm=1&region=Atlantis&kind=strike&workforce=nobody")).toEqual({
      query: "kind=strike&to=2022-01-05&left_out=region,workforce",
      leftOut: ["region", "workforce"],
      scope: { wave: record.wave.id },
    });
  });

  it("is the same in every language", async () => {
    for (const locale of LOCALES) {
      const words = readingContext(record, await readingWords(locale));
      for (const name of ["timeline", "demands", "solidarity", "sources"] as const) {
        const choices = choicesOf(VIEWS[name](words), words);
        expect(choices).toEqual(choicesOf(VIEWS[name](context), context));
      }
    }
  });

  it("has the same rows as a file, English unless another language is named, which there must be", () => {
    expect(find(`${FILES}/timeline.csv`, "locale=en&kind=strike")?.query).toBe("kind=strike");
    expect(find(`${FILES}/timeline.csv`, "locale=ru&kind=strike")?.query).toBe("kind=strike&locale=ru");
    expect(find(`${FILES}/timeline.csv`, "locale=xx")).toBeNull();
    expect(find(`${FILES}/workforces.csv`, "locale=ru&x=1")?.query).toBe("");
  });
});

describe("the address of a moment", () => {
  it("has one spelling, and none for the moment the map opens with", () => {
    expect(queryOfPage(WAVE, "at=2022-01-04T18:00")).toBe("at=2022-01-04T18:00");
    expect(queryOfPage(WAVE, "at=2022-01-06")).toBe("at=2022-01-06T00:00");
    const opening = spreadView(context, { at: null, wasLeftOut: false }).step.key;
    expect(queryOfPage(WAVE, `at=${opening}`)).toBe("");
  });

  it("is the nearest one where it is none, and says so", () => {
    expect(find(`${WAVE}/spread`, "at=2040-01-01")).toMatchObject({
      query: "at=2022-01-09T00:00&left_out=at",
      leftOut: ["at"],
    });
    expect(find(WAVE, "at=yesterday")).toMatchObject({ query: "left_out=at", leftOut: ["at"] });
  });
});

describe("the address of a search", () => {
  it.each([
    ["q=++Temirtau%0A%09steel++", "q=Temirtau+steel"],
    ["q=e%CC%81", "q=%C3%A9"],
    ["q=%20", ""],
    ["q=a&q=b", "q=a"],
    [`q=${"a".repeat(99)}%F0%9F%94%A5`, `q=${"a".repeat(99)}`],
  ])("of %s is %s", (asked, query) => {
    expect(find("/[locale]/search", asked)).toEqual({ query, leftOut: [], scope: "all" });
  });
});

describe("the address of a chart", () => {
  const chart = (file: string, query: string) => find(`${FILES}/charts/[chart]`, query, { chart: file });

  it("has nothing of its defaults and of what the chart does not read", () => {
    for (const name of ["KZ22-W1", "zhanaozen-oil-workers"]) {
      expect(chart("participation.json", `locale=en&workforce=${name}&v=1`)?.query).toBe(
        "workforce=zhanaozen-oil-workers",
      );
    }
    expect(chart("reach.json", "locale=tr&workforce=KZ22-W1&width=narrow")?.query).toBe("locale=tr");
    expect(chart("crowds.svg", "region=KZ-KAR&width=narrow")?.query).toBe("region=KZ-KAR&width=narrow");
    expect(chart("crowds.svg", "width=enormous")?.query).toBe("");
  });

  it.each(["v=2", "v=0", "v=01", "v=x", "locale=xx", "workforce=KZ22-W9999"])("does not exist with %s", (query) => {
    expect(chart("participation.json", query)).toBeNull();
  });

  it.each(["participation", "participation.exe", "sizes.csv", "reach.json.csv", "..", ""])("is not %j", (file) => {
    expect(chart(file, "")).toBeNull();
  });
});

describe("which pages there are", () => {
  const wave = { wave: record.wave.id };

  it.each([
    ["/[locale]/records/[id]", { id: "KZ22-F12" }, wave],
    ["/[locale]/records/[id]", { id: "ZZ30-W1" }, { wave: "zz30" }],
    ["/[locale]/records/[id]", { id: "KZ22-F99999" }, null],
    ["/[locale]/records/[id]", { id: "kz22-f12" }, null],
    ["/api/v1/records/[id]", { id: "KZ22-F12.json" }, wave],
    ["/api/v1/records/[id]", { id: "KZ22-F12.ris" }, wave],
    ["/api/v1/records/[id]", { id: "KZ22-F12.exe" }, null],
    ["/[locale]/workforces/[workforce]", { workforce: "kazakhmys-miners" }, wave],
    ["/[locale]/workforces/[workforce]", { workforce: "KZ22-W1" }, wave],
    ["/[locale]/workforces/[workforce]", { workforce: "nobody" }, null],
    [`${WAVE}/regions/[code]`, { code: "KZ-KAR" }, wave],
    [`${WAVE}/regions/[code]`, { code: "KZ-33" }, wave],
    [`${WAVE}/regions/[code]`, { code: "KZ-XX" }, null],
    [WAVE, { wave: "no-such-wave" }, null],
    [WAVE, { locale: "de" }, null],
    ["/[locale]", {}, "all"],
    ["/[locale]", { locale: "__proto__" }, null],
    ["/[locale]/about", {}, "none"],
    ["/[locale]/[...rest]", { rest: "nothing" }, null],
    ["/sitemap.xml", {}, "all"],
    ["/[locale]/of-tomorrow", {}, "all"],
    ["/[locale]/of-tomorrow", { locale: "xx" }, null],
  ])("%s with %j depends on %j", (route, params, scope) => {
    expect(find(route, "anything=1", params)).toEqual(scope && { query: "", leftOut: [], scope });
  });

  it("are finished ahead newest wave first, dashboards before the first pages", () => {
    expect(book.ahead).toHaveLength(3 * LOCALES.length);
    expect(book.ahead[0]).toBe("/en/waves/synthetic-zz30");
    expect(book.ahead[LOCALES.length]).toBe(`/en/waves/${slug}`);
    expect(book.ahead.slice(-LOCALES.length)).toEqual(["/en", "/kk", "/ru", "/tr"]);
  });

  it("are known to a new edition at once where nothing was published", () => {
    const changed: WaveRecord = { ...synthetic, version: 5, workforces: [] };
    const next = addressBook([changed, record]);
    const asked = (query: string) =>
      next.find(`${FILES}/charts/[chart]`, { ...path, wave: "synthetic-zz30" }, new URLSearchParams(query));
    expect(asked("v=4")).toBeNull();
    expect(asked("v=5")).not.toBeNull();
    expect(next.find("/[locale]/records/[id]", { locale: "en", id: "ZZ30-W1" }, new URLSearchParams())).toBeNull();
    expect(next.find(WAVE, path, new URLSearchParams())).not.toBeNull();
  });
});
