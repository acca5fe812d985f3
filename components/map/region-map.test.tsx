import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { testLabels, testMarkers, testRegions, testShapes } from "./map-fixture";
import type { MapMarker, MapState } from "./map-types";
import { RegionMap } from "./region-map";

function render(markers: MapMarker[] = testMarkers, idPrefix = "m"): string {
  const props = { idPrefix, title: "Map of a country", shapes: testShapes, regions: testRegions, labels: testLabels };
  return renderToStaticMarkup(<RegionMap {...props} markers={markers} />);
}

function linkOf(markup: string, attribute: string): string {
  return new RegExp(`<a [^>]*${attribute}[^>]*>.*?</a>`, "s").exec(markup)?.[0] ?? "";
}

function paintOf(markup: string, code: string): string {
  return new RegExp(`<g data-painted="${code}".*?</g>.*?</g>`, "s").exec(markup)?.[0] ?? "";
}

describe("RegionMap", () => {
  it("names itself and makes every region a link with a title in words", () => {
    const markup = render();
    expect(markup).toContain('role="group" aria-labelledby="m-title"');
    expect(markup).toContain('<title id="m-title">Map of a country</title>');
    for (const region of testRegions) {
      const link = linkOf(markup, `data-region="${region.code}"`);
      expect(link).toContain(`href="${region.href}"`);
      expect(link).toContain(`<title>${region.name}: `);
      expect(link).toContain(`href="#m-shape-${region.code}"`);
      expect(paintOf(markup, region.code)).toContain(`id="m-shape-${region.code}"`);
    }
    expect(markup).toContain("<title>Region A: strike. Since Monday</title>");
    expect(markup).toContain("<title>Region B: rally, no coverage</title>");
  });

  it("names what stands in a box on the box, in words and, on a narrow map, in numbers", () => {
    const insets = [{ codes: ["XX-C", "XX-D"], x: 200, y: 0, width: 180, height: 100 }];
    const props = { idPrefix: "m", title: "Map", regions: testRegions, markers: [], labels: testLabels };
    const markup = renderToStaticMarkup(<RegionMap {...props} shapes={{ ...testShapes, insets }} />);
    const box = /<g data-inset="XX-C XX-D">.*?<\/g>/s.exec(markup)?.[0] ?? "";
    expect(box).toContain(">C, D</text>");
    expect(box).toContain(">3, 4</text>");
    expect(markup.match(/>C<\/text>/g)).toBeNull();
    expect(markup).toContain(">A</text>");
    expect(linkOf(markup, 'data-region="XX-C"')).toContain('href="/c"');
  });

  it("asks on the map whether what began earlier went on, where nothing else is painted", () => {
    const states = { "XX-A": ["strike"], "XX-B": ["nothing_reported", "no_coverage"] } as const;
    const regions = testRegions.map((one) => ({
      ...{ ...one, notKnownWhetherOn: true },
      states: states[one.code as keyof typeof states] ?? one.states,
    }));
    const props = { idPrefix: "m", title: "Map", shapes: testShapes, labels: testLabels, markers: [] };
    const markup = renderToStaticMarkup(<RegionMap {...props} regions={regions} />);
    expect(paintOf(markup, "XX-A")).not.toContain("#m-asked");
    expect(paintOf(markup, "XX-B")).toContain("#m-asked");
  });

  it("paints what is only possible paler, over what is certain, and gives it no number", () => {
    const regions = testRegions.map((one) => (one.code === "XX-C" ? { ...one, possible: ["rally"] as const } : one));
    const markers = testMarkers.map((marker) => ({ ...marker, possible: true }));
    const props = { idPrefix: "m", title: "Map", shapes: testShapes, labels: testLabels };
    const markup = renderToStaticMarkup(<RegionMap {...props} regions={regions} markers={markers} />);
    expect(paintOf(markup, "XX-C")).toMatch(/url\(#m-strike\).*url\(#m-both\)" opacity="0\.4"/s);
    expect(linkOf(markup, 'data-locality="port"')).toContain("possible, 300–1,000");
    expect(markup.replaceAll(/<title>.*?<\/title>/gs, "")).not.toContain("300–1,000");
  });

  it("paints each state with its own pattern, and every pattern it uses is there", () => {
    const markup = render();
    const fills: Record<string, MapState | "both"> = { "XX-A": "strike", "XX-B": "rally", "XX-C": "both" };
    for (const [code, ground] of Object.entries(fills)) {
      expect(paintOf(markup, code)).toContain(`fill="url(#m-${ground})"`);
    }
    expect(paintOf(markup, "XX-D")).toContain('fill="url(#m-nothing)"');
    expect(paintOf(markup, "XX-T")).toContain('fill="url(#m-hatch)"');
    expect(paintOf(markup, "XX-B")).toContain('fill="url(#m-veil)"');
    expect(paintOf(markup, "XX-A")).not.toContain("url(#m-veil)");
    for (const [, id] of markup.matchAll(/url\(#([^)]+)\)/g)) expect(markup).toContain(`id="${id}"`);
  });

  it("draws no outline of a region before the last is painted, so that no neighbour covers it", () => {
    const markup = render();
    const paintedAt = testShapes.regions.map(({ code }) => markup.indexOf(`data-painted="${code}"`));
    const linkedAt = testShapes.regions.map(({ code }) => markup.indexOf(`data-region="${code}"`));
    expect(Math.min(...paintedAt)).toBeGreaterThan(0);
    expect(Math.min(...linkedAt)).toBeGreaterThan(Math.max(...paintedAt));
    for (const { code } of testShapes.regions) expect(linkOf(markup, `data-region="${code}"`)).not.toContain("url(#");
  });

  it("draws a marker without a figure hollow and says so", () => {
    const mine = linkOf(render(), 'data-locality="mine"');
    expect(mine).toContain('data-part="hollow"');
    expect(mine).toContain("<title>Mine: strike, no one has reported a number</title>");
    expect(mine).not.toContain('data-part="upper"');
  });

  it("draws a figure solid, with a ring for its upper bound", () => {
    const port = linkOf(render(), 'data-locality="port"');
    expect(port).toContain('data-part="known"');
    expect(port).toContain('data-part="upper"');
    expect(port).toContain("<title>Port: rally, 300–1,000</title>");
  });

  it("keeps two maps on one page apart, and needs no style attribute", () => {
    const ids = [...render(testMarkers, "one").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.every((id) => id?.startsWith("one-"))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(render()).not.toContain("style=");
  });

  it("refuses a marker at an unknown place", () => {
    const lost: MapMarker = {
      localityId: "nowhere",
      name: "?",
      href: "/",
      kind: "strike",
      sizeLabel: null,
      lower: 1,
      upper: 1,
    };
    expect(() => render([lost])).toThrow("nowhere");
  });

  it("numbers every region and lists the numbers for narrow maps", () => {
    const items = [...render().matchAll(/<li [^>]*>.*?<\/li>/gs)].map(([item]) => item);
    expect(items).toHaveLength(testRegions.length);
    expect(items[4]).toContain(">5</span>");
    expect(items[4]).toContain('href="/t"');
  });
});
