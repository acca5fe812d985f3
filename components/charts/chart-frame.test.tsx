import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { KEY_MARKS } from "@/lib/shared/chart/chart";
import type { LoadedChart } from "@/lib/shared/chart/loaded-chart";
import { ChartFrame } from "./chart-frame";

const chart: LoadedChart = {
  kind: "participation",
  view: {
    head: {
      finding: "Two workforces were on strike",
      subtitle: "Subtitle",
      description: "Two rows",
      sources: { text: "3 sources", href: "/en/waves/x/sources" },
      asOf: "as of today",
      coverage: "1 of 2 has a figure",
    },
    key: KEY_MARKS.map((mark) => ({ mark, text: `key of ${mark}` })),
    table: {
      caption: "Every strike",
      columns: ["Workforce", "Record"],
      rows: [
        {
          id: "A1",
          cells: [
            { text: "Miners", href: null },
            { text: "A1", href: "/en/records/A1" },
          ],
        },
      ],
    },
  },
  images: { narrow: '<svg data-of="narrow"></svg>', wide: '<svg data-of="wide"></svg>' },
  addresses: { link: "#participation", csv: "/c.csv", svg: "/c.svg", view: "/c.json" },
  labels: {
    ...{ table: "Table", csv: "CSV", svg: "SVG", link: "Link", key: "Key", files: "Files" },
    ...{ unavailable: "No drawing just now.", walk: "Arrows walk." },
  },
};

describe("ChartFrame", () => {
  const markup = renderToStaticMarkup(<ChartFrame chart={chart} headingLevel={3} />);

  it("holds the finding, both drawings, the table, the files and the coverage, without a script", () => {
    expect(markup).toMatch(/<h3 id="participation-finding"[^>]*>Two workforces were on strike<\/h3>/);
    for (const part of ['data-of="narrow"', 'data-of="wide"', "1 of 2 has a figure", 'href="/en/waves/x/sources"']) {
      expect(markup).toContain(part);
    }
    for (const file of ["/c.csv", "/c.svg", "#participation"]) expect(markup).toContain(`href="${file}"`);
    expect(markup).toMatch(/<th scope="row"[^>]*>Miners<\/th>.*href="\/en\/records\/A1"/);
    expect(markup).not.toMatch(/<details open|style=|No drawing/);
  });

  it("shows every mark of the key as a drawing beside its words", () => {
    const items = markup.match(/<li[^>]*><svg.*?<\/svg>key of [^<]+<\/li>/g);
    expect(items).toHaveLength(KEY_MARKS.length);
    for (const item of items ?? []) expect(item).toMatch(/<(path|rect)/);
  });

  it("opens the table and says so when there is no drawing", () => {
    const without = renderToStaticMarkup(<ChartFrame chart={{ ...chart, images: null }} />);
    expect(without).toContain("No drawing just now.");
    expect(without).toMatch(/<details open=""/);
    expect(without).not.toContain("<svg");
  });
});
