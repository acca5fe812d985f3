import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { addressBook } from "../view";

const record = waveRecordOfFiles(readRecordFiles());
const book = addressBook([record]);
const WAVE = "/[locale]/waves/[wave]";
const FILES = "/api/v1/waves/[wave]";

const find = (route: string, query: string) =>
  book.find(route, { locale: "kk", wave: record.wave.slug }, new URLSearchParams(query));
const queryOfPage = (route: string, query: string) => find(route, query)?.query;

describe("the order of the regions in an address", () => {
  it("has no name for the one they stand in anyway, and a wrong one is named", () => {
    expect(find(`${WAVE}/spread`, "order=name&at=2022-01-06")?.query).toBe("at=2022-01-06T00:00&order=name");
    expect(find(`${WAVE}/spread`, "order=joining")).toMatchObject({ query: "", leftOut: [] });
    expect(find(`${WAVE}/spread`, "order=size&at=never&rule=none")).toMatchObject({
      query: "left_out=at,order,rule",
      leftOut: ["at", "order", "rule"],
    });
    expect(queryOfPage(WAVE, "order=size")).toBe("");
  });
});

describe("the address of a comparison", () => {
  const compare = `${WAVE}/compare`;

  it("has what is compared as one list in the order asked for, whatever fields it came from", () => {
    expect(queryOfPage(compare, "of=regions&a=KZ-MAN&b=&c=KZ-ATY&d=KZ-MAN")).toBe(
      "regions=KZ-MAN,KZ-ATY&left_out=twice",
    );
    expect(find(compare, "regions=KZ-MAN,KZ-ATY&left_out=twice")).toMatchObject({
      query: "regions=KZ-MAN,KZ-ATY&left_out=twice",
      leftOut: [],
    });
    expect(queryOfPage(compare, "regions=KZ-ATY,KZ-MAN&a=KZ-ALA")).toBe("regions=KZ-ATY,KZ-MAN,KZ-ALA");
    expect(queryOfPage(compare, "of=workforces&b=kazakhmys-miners&rule=ccc")).toBe(
      "workforces=kazakhmys-miners&rule=ccc",
    );
    expect([queryOfPage(compare, "of=regions"), queryOfPage(compare, "of=workforces")]).toEqual(["", "of=workforces"]);
  });

  it("names what there is not, or more than four of", () => {
    expect(find(compare, "regions=KZ-MAN,KZ-62,Atlantis")).toMatchObject({
      query: "regions=KZ-MAN&left_out=regions",
      leftOut: ["regions"],
    });
    expect(find(compare, "regions=KZ-MAN,KZ-ATY,KZ-ALA,KZ-AKT,KZ-KAR")?.query).toBe(
      "regions=KZ-MAN,KZ-ATY,KZ-ALA,KZ-AKT&left_out=regions",
    );
    expect(find(compare, "workforces=nobody")).toMatchObject({ query: "of=workforces&left_out=workforces" });
    expect(find(`${FILES}/comparison.csv`, "regions=KZ-MAN,KZ-ATY&hxl=1")?.query).toBe("regions=KZ-MAN,KZ-ATY&hxl=1");
  });
});
