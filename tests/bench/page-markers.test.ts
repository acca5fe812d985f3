import { expect, test } from "vitest";
import { markerOf, readMarkers } from "./page-markers";

const written = (upTo: number) =>
  Array.from({ length: upTo }, (_, at) => Number(markerOf(at + 1)).toLocaleString("en"));

/** The places in which a real page prints the claims, each up to a publication of its own. */
function page({ titles = 3, cells = 3, range = 3, version = 4 } = {}): string {
  return [
    ...written(titles).map((one) => `<title>Miners: workers directly involved ${one}, 5 January</title>`),
    ...written(cells).map((one) => `<td>${one}</td>`),
    `<p>workers on strike: 73,001–${written(range).at(-1)} (union)</p>`,
    `<p>Record as of 23 November 2026, version ${version}</p>`,
  ].join("");
}

test("a page that is of one publication throughout is whole", () => {
  expect(readMarkers(page(), 1)).toEqual({
    ...{ publication: 3, version: 4, torn: [] },
    parts: { "chart titles": 3, "table cells": 3, ranges: 3 },
  });
});

test("a page without any marker is the page before the first", () => {
  expect(readMarkers("<p>Record as of today, version 1</p>", 1)).toMatchObject({
    publication: 0,
    version: 1,
    torn: [],
  });
});

test("old and new mixed is seen, whichever part is behind", () => {
  expect(readMarkers(page({ titles: 2 }), 1).torn).toEqual(["chart titles end at 2, the page at 3"]);
  expect(readMarkers(page({ cells: 2 }), 1).torn).toEqual(["table cells end at 2, the page at 3"]);
  expect(readMarkers(page({ range: 2 }), 1).torn).toEqual(["ranges end at 2, the page at 3"]);
  expect(readMarkers(page({ version: 3 }), 1).torn).toHaveLength(1);
});

test("a figure missing in between is seen", () => {
  expect(readMarkers(page().replaceAll("73,002", "?"), 1).torn).toEqual(["1 of 3 figures are missing"]);
});
