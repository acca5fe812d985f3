import { describe, expect, it } from "vitest";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { joiningView } from "./joining";
import { mapShapesOf } from "./map-shapes";
import { openingStep, spreadView } from "./spread";
import { stepsView } from "./step-labels";
import { askedStep } from "./steps";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const context = readingContext(record, words);

describe("the map at a moment", () => {
  const at = (moment: string) => spreadView(context, { at: moment, wasLeftOut: false });
  const region = (moment: string, code: string) => at(moment).regions.find((one) => one.code === code);

  it("has the 17 regions of that day, each drawn or marked", () => {
    const shapes = mapShapesOf(record);
    const drawn: string[] = [...(shapes?.regions ?? []), ...(shapes?.markers ?? [])].map(({ code }) => code);
    const codes = at("2022-01-04").regions.map(({ code }) => code);
    expect(codes).toHaveLength(17);
    expect(codes.filter((code) => !drawn.includes(code))).toEqual([]);
    expect(mapShapesOf({ ...record, wave: { ...record.wave, country: "XX" } })).toBeNull();
    const imported = { width: 1, height: 1, viewBox: "", regions: [], localities: {}, markers: [] };
    expect(mapShapesOf({ wave: { ...record.wave, country: "XX" }, shapes: imported })).toBe(imported);
    expect(mapShapesOf({ ...record, shapes: imported })).toBe(shapes);
  });

  it("lists the regions as a reader of the language looks them up, not by their codes", async () => {
    const inOrder = async (locale: "en" | "kk") => {
      const own = readingContext(record, await readingWords(locale));
      return spreadView(own, { at: "2022-01-04", wasLeftOut: false }).regions.map(({ shortName }) => shortName);
    };
    for (const locale of ["en", "kk"] as const) {
      const names = await inOrder(locale);
      expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare));
    }
    expect((await inOrder("kk")).at(-1)).toBe("Шымкент");
  });

  it("says where a strike was, where nothing is reported, and where silence means nothing", () => {
    expect(region("2022-01-04T18:00", "KZ-KAR")?.states).toContain("strike");
    expect(region("2022-01-03", "KZ-KAR")?.states).toEqual(["nothing_reported"]);
    expect(region("2022-01-07", "KZ-AKM")?.states).toEqual(["no_coverage"]);
    expect(at("2022-01-04").isVeiled).toBe(false);
  });

  it("tells a crowd that was counted of a whole region only there, on its day", () => {
    const whole = { href: "/en/waves/kazakhstan-january-2022/regions/KZ-MAN#figures", size: "about 700" };
    expect(region("2022-01-02", "KZ-MAN")?.whole).toEqual(whole);
    expect(region("2022-01-03", "KZ-MAN")?.whole).toBeNull();
    expect(at("2022-01-02").regions.filter((one) => one.whole !== null)).toHaveLength(1);
  });

  it("tells the first of what went on in each region, what is certain before what is possible, and counts the rest", () => {
    const almaty = region("2022-01-05", "KZ-ALA");
    expect(almaty?.happened.length).toBeGreaterThan(1);
    expect(region("2022-01-05", "KZ-AKM")).toMatchObject({ happened: [], more: null });
    const karaganda = region("2022-01-04T18:00", "KZ-KAR");
    expect(karaganda?.happened[0]).toMatchObject({ href: "/en/records/KZ22-A16", possible: false, size: null });
    for (const { happened, more } of at("2022-01-04T18:00").regions) {
      const order = happened.map(({ possible }) => possible);
      expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
      expect(happened.length).toBeLessThanOrEqual(4);
      if (more) expect(happened).toHaveLength(4);
    }
  });

  it("does not paint a nationwide measure over regions, but names it", () => {
    expect(at("2022-01-05").nationwide.map(({ name }) => name)).toContain(
      "The president declared a state of emergency.",
    );
    expect(region("2022-01-05", "KZ-AKM")?.states).not.toContain("state_action");
  });

  it("tells what is only possible apart in words and in the finding", () => {
    expect(region("2022-01-04T18:00", "KZ-PAV")?.words).toBe("rally (possibly)");
    expect(at("2022-01-04T18:00").finding).toMatch(/^4 January, evening: strikes in \d+\W{3}\d+ of 17 regions/);
  });

  it("says a number as the least there was where reports were cut off in other regions", () => {
    const cut = at("2022-01-05");
    expect(cut.isVeiled).toBe(true);
    expect(cut.finding).toMatch(/^5 January: strikes in at least \d+ of 17 regions, rallies in at least \d+$/);
    expect(at("2022-01-03").finding).not.toContain("at least");
  });

  it("knows where something began earlier that no one said the end of", () => {
    const later = at("2022-01-08").regions.filter(({ notKnownWhetherOn }) => notKnownWhetherOn);
    expect(later.length).toBeGreaterThan(0);
    for (const { summary } of later) expect(summary).toContain("began earlier");
  });

  it("does not give the number of a day to its night, and knows a place that is only possible", () => {
    const almaty = at("2022-01-04T20:00").markers.find(({ localityId }) => localityId === "almaty");
    expect(almaty?.sizeLabel).not.toBe("about 10,000");
    expect(at("2022-01-04T20:00").markers.some(({ possible }) => possible)).toBe(true);
    expect(region("2022-01-04T18:00", "KZ-PAV")?.possible).toContain("rally");
  });

  it("keeps the largest crowd of a town and never adds two", () => {
    const almaty = at("2022-01-04T18:00").markers.find(({ localityId }) => localityId === "almaty");
    expect(almaty).toMatchObject({ sizeLabel: "about 5,000", kind: "rally" });
    const zhezkazgan = at("2022-01-05").markers.find(({ localityId }) => localityId === "zhezkazgan");
    expect(zhezkazgan?.sizeLabel).toBeNull();
  });

  it("opens at its widest moment and marks one step as current", () => {
    const view = spreadView(context, { at: null, wasLeftOut: false });
    const links = stepsView(context, view.step, { page: "/spread", anchor: "" });
    expect(links.filter(({ current }) => current)).toHaveLength(1);
    expect(links[4]?.href).toBe("/en/waves/kazakhstan-january-2022/spread?at=2022-01-04T18:00");
    expect(view).toMatchObject({ step: openingStep(context), missed: false });
  });

  it("says that an address asked for a moment there is none of, there or on the way", () => {
    expect(at("nonsense")).toMatchObject({ step: openingStep(context), missed: true });
    expect(at("2031-01-01").missed).toBe(true);
    expect(at("2022-01-05").missed).toBe(false);
    expect(spreadView(context, askedStep({ at: "2022-01-05", left_out: "at" })).missed).toBe(true);
    expect(spreadView(context, askedStep({ left_out: "region" })).missed).toBe(false);
  });
});

describe("the order of joining", () => {
  const joining = joiningView(context);

  it("keeps strikes and rallies apart", () => {
    expect(joining.strike.joined).toBe(6);
    expect(joining.rally.joined).toBe(16);
    expect(joining.rally.never.map(({ name }) => name)).toEqual(["Akmola"]);
  });

  it("gives the first a place of its own, and days that nobody can order a range", () => {
    const [first, second] = joining.rally.rows;
    expect(first).toMatchObject({ place: { best: 1, worst: 1 }, regions: [{ name: "Mangystau" }] });
    expect(second?.when).toBe("3 January");
    expect(second?.regions).toHaveLength(7);
    expect(second?.place.best).toBe(2);
    expect(second?.place.worst).toBeGreaterThanOrEqual(8);
  });

  it("names what is dated too vaguely instead of ordering it", () => {
    expect(joining.undated.map(({ href }) => href)).toEqual(["/en/records/KZ22-A111"]);
  });

  it("takes no retracted action", () => {
    const actions = record.actions.map((one) =>
      one.regionId === "KZ-KUS" ? { ...one, state: "retracted" as const } : one,
    );
    const without = joiningView(readingContext({ ...record, actions }, words));
    expect(without.rally.never.map(({ name }) => name)).toContain("Kostanay");
  });
});
