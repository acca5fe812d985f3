import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { overlaps, placeLabels } from "./label-placement";
import { testLabels } from "./map-fixture";
import { MapLegend } from "./map-legend";
import { MapSteps } from "./map-steps";
import { radiiOf } from "./marker-size";
import { RegionTable } from "./region-table";

describe("MapLegend", () => {
  const states = {
    ...testLabels.states,
    ...{ both: "strike and rally", possible: "only possible", notKnownWhetherOn: "began earlier" },
  };
  const markers = { strike: "a", rally: "b", both: "c", state_action: "d", unknown: "no number", upper: "upper bound" };
  const markup = renderToStaticMarkup(<MapLegend idPrefix="k" title="Key" states={states} markers={markers} />);

  it("shows a pattern and words for every state", () => {
    for (const words of Object.values(states)) expect(markup).toContain(words);
    for (const pattern of ["strike", "rally", "both", "nothing", "hatch", "veil", "asked"]) {
      expect(markup).toContain(`<pattern id="k-${pattern}"`);
      expect(markup).toContain(`fill="url(#k-${pattern})"`);
    }
    expect(markup).not.toContain("style=");
  });
});

describe("MapSteps", () => {
  it("marks the chosen step only", () => {
    const steps = ["2 Jan", "3 Jan"].map((label, index) => ({ href: `?at=${index}`, label, current: index === 1 }));
    const markup = renderToStaticMarkup(<MapSteps label="Moment" steps={steps} />);
    expect(markup).toContain('<nav aria-label="Moment">');
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(markup).toMatch(/href="\?at=1" aria-current="step"/);
  });
});

describe("RegionTable", () => {
  it("has a header per row and a word where nothing is known", () => {
    const columns = { region: "Region", states: "State", happened: "What", since: "Since", claims: "Claims" };
    const row = {
      code: "XX-A",
      name: "Region A",
      href: "/a",
      states: "strike",
      happened: "a march",
      since: null,
      claims: null,
    };
    const markup = renderToStaticMarkup(
      <RegionTable caption="All" columns={columns} rows={[row]} none="no one said" />,
    );
    expect(markup).toMatch(/<th scope="row"[^>]*><a href="\/a"/);
    expect(markup).toMatch(/<tr[^>]* data-row="XX-A">.*<td[^>]* data-cell="happened">a march<\/td>/s);
    expect(markup.match(/no one said/g)).toHaveLength(2);
  });
});

describe("marker size", () => {
  it("grows with the square root of the middle of the range", () => {
    const of = (lower: number | null, upper: number | null) => radiiOf({ kind: "strike", lower, upper }, 20_000);
    expect(of(20_000, 20_000).inner / of(5_000, 5_000).inner).toBeCloseTo(2);
    expect(of(4_000, 6_000).inner).toBeCloseTo(of(5_000, 5_000).inner);
    expect(of(4_000, 6_000).outer).toBeGreaterThan(of(4_000, 6_000).inner);
    expect(of(5_000, null)).toMatchObject({ outer: null, known: true });
    expect(of(null, null)).toMatchObject({ outer: null, known: false });
    expect(of(0, 0).known).toBe(true);
  });
});

describe("placeLabels", () => {
  const frame = { left: 0, top: 0, right: 200, bottom: 60 };
  const at = (id: string, x: number) => ({ id, x, y: 30, radius: 4, side: "e" as const, width: 60, lines: 1 });

  it("takes another side rather than cover a label, and leaves out what has no room", () => {
    const ground = { frame, taken: [], fontSize: 12 };
    const many = Array.from({ length: 12 }, (_, index) => at(`p${index}`, 100));
    const placed = placeLabels(many, ground);
    expect(placed.length).toBeGreaterThan(1);
    expect(placed.length).toBeLessThan(12);
    const boxes = ground.taken.map(({ box }: { box: Parameters<typeof overlaps>[0] }) => box);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
    }
  });

  it("keeps inside the frame", () => {
    const [label] = placeLabels([at("edge", 190)], { frame, taken: [], fontSize: 12 });
    expect(label?.anchor).not.toBe("start");
  });
});
