import { describe, expect, it } from "vitest";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticAction, syntheticRecord, syntheticRegion } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { loadRegions } from "../loaders";
import { laterRegion, regionView } from "./region";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const context = await loadRegions(readingContext(record, words));

describe("a region", () => {
  it("is as it was then, with its names and the people counted by whom", () => {
    const view = regionView(context, "KZ-KAR");
    expect(view?.names.names.map(({ language }) => language)).toEqual(LOCALES);
    expect(view?.population).toMatchObject({ isComputed: true, source: "Bureau of National Statistics, revised" });
    expect(regionView(context, "KZ-MAN")?.population?.isComputed).toBe(false);
  });

  it("has its older names, with until when they were in use as far as anyone knows", () => {
    const older = (code: string) =>
      regionView(context, code)?.names.others.find(({ kind }) => kind === "former")?.names;
    expect(older("KZ-YUZ")?.[0]).toEqual({ text: "South Kazakhstan", language: "en", when: "until June 2018" });
    expect(older("KZ-AST")?.[0]?.when).toBe("until March 2019 and again since September 2022");
    expect(older("KZ-MAN")?.map(({ text, when }) => [text, when])).toContainEqual(["Mangyshlak", null]);
    const spelled = JSON.stringify(regionView(context, "KZ-KZY")?.names);
    expect(spelled).toContain("Kzyl-Orda");
    expect(spelled).not.toContain("Kızılordu");
  });

  it("says what was taken out of it since, and what of its page lies there today", () => {
    const [ulytau, ...others] = regionView(context, "KZ-KAR")?.boundary.later ?? [];
    expect(others).toEqual([]);
    expect(ulytau).toMatchObject({ name: "Ulytau Region", day: "8 June 2022", people: "220,913" });
    expect(ulytau?.places.toSorted()).toEqual(["Satpayev", "Zhezkazgan"]);
    const there = [...record.actions, ...record.events].filter(({ localityId }) =>
      ["zhezkazgan", "satpayev"].includes(localityId ?? ""),
    );
    expect(ulytau?.records).toBe(there.length);
    expect(regionView(context, "KZ-SHY")?.boundary.cameFrom).toMatchObject({
      name: "Turkistan Region",
      day: "19 June 2018",
    });
    expect(regionView(context, "KZ-MAN")?.boundary).toEqual({ cameFrom: null, later: [] });
  });

  it("of later days leads to the one it was part of with what is on record of its places, and none of any day to nothing", () => {
    expect(regionView(context, "KZ-62")).toBeNull();
    const later = laterRegion(context, "KZ-62");
    expect(later?.partOf.name).toBe("Karaganda Region");
    expect(later?.items).toHaveLength(regionView(context, "KZ-KAR")?.boundary.later[0]?.records ?? -1);
    expect(regionView(context, "XX-1")).toBeNull();
    expect(laterRegion(context, "XX-1")).toBeNull();
  });

  it("has its figures by measure, unknown ones too", () => {
    const figures = regionView(context, "KZ-ATY")?.figures ?? [];
    const rate = figures.find(({ measure }) => measure === "participation rate");
    expect(rate?.rows).toMatchObject([{ amount: "75 %", disputed: true }]);
    const strikers = figures.find(({ measure }) => measure === "workers on strike");
    expect(strikers?.rows.map(({ amount }) => amount)).toContain("no one has reported a number");
  });
});

describe("the places of a region", () => {
  const placesOf = (code: string) => regionView(context, code)?.places ?? [];

  it("are those that lay in it then, the seat first, with where they are since", () => {
    const places = placesOf("KZ-KAR");
    expect(places[0]).toMatchObject({ name: "Karaganda", isSeat: true, movedTo: null });
    expect(places.find(({ id }) => id === "zhezkazgan")?.movedTo).toEqual({
      name: "Ulytau Region",
      day: "8 June 2022",
    });
    expect(placesOf("KZ-YUZ").map(({ id }) => id)).not.toContain("shymkent");
  });

  it("say what happened there, and are never given a crowd that nobody counted", () => {
    const zhanaozen = placesOf("KZ-MAN").find(({ id }) => id === "zhanaozen");
    expect(zhanaozen?.kind).toBe("rally");
    expect(placesOf("KZ-ATY").find(({ id }) => id === "tengiz")?.kind).toBe("both");
    expect(zhanaozen?.happened.length).toBeGreaterThan(0);
    const silent = placesOf("KZ-AKM").find(({ id }) => id === "kokshetau");
    expect(silent).toMatchObject({ kind: "place", happened: [], more: 0, size: null });
  });

  it("tell three of many and count the rest, but none that others contradict", async () => {
    const locality = {
      ...{ id: "town", names: { en: "Town" }, kind: "city", latitude: 0, longitude: 0, note: null, spellings: [] },
      regions: [{ regionId: "ZZ-A", validFrom: null, validTo: null }],
    };
    const there = { regionId: "ZZ-A", localityId: "town" };
    const actions = ["A1", "A2", "A3", "A4", "A5"].map((id) => syntheticAction(id, there));
    const denied = syntheticAction("A6", { ...there, certainty: "contradicted" });
    const made = syntheticRecord({
      regions: [syntheticRegion("ZZ-A")],
      localities: [locality],
      actions: [...actions, denied],
    });
    const [place] = regionView(await loadRegions(readingContext(made, words)), "ZZ-A")?.places ?? [];
    expect([place?.happened.length, place?.more]).toEqual([3, 2]);
  });
});
