import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutGuards } from "@/lib/shared/chart/csv-file";
import { cutRecords, SEPARATORS } from "@/lib/shared/csv-rows";
import { findEncoding } from "../schema/encodings";
import { reportHead, reportLines } from "./report";

const words = { columnOf: () => "x", reasonOf: () => "wrong; very" };
const cell = fc.string({ unit: fc.constantFrom("=", "-", "1", "+", "'", ",", ";", "\t", "|", '"', "ә", "\n") });

describe("the report of wrong rows", () => {
  it("comes between the signs of the file itself and is read back as the rows were", () => {
    const separator = fc.constantFrom(...SEPARATORS);
    fc.assert(
      fc.property(fc.tuple(cell, cell), separator, (cells, sign) => {
        const batch = { header: ["Дата", "b"], separator: sign };
        const row = { number: 7, cells, outcome: "wrong" as const, problems: [], entryId: null };
        const text = reportHead(batch) + reportLines([row], batch, words);
        const [head, line] = [...cutRecords(text.slice(1), sign)].map((one) => ("cells" in one ? one.cells : []));
        expect(head?.slice(-2)).toEqual(batch.header);
        expect(line?.[0]).toBe("7");
        // Another program may cut it at commas: no piece of it is a formula there.
        if (sign !== ",") for (const one of line?.slice(-2) ?? []) expect(one).not.toMatch(/,[=+-]/);
        expect(line?.slice(-2).map((one) => withoutGuards(one, sign))).toEqual(cells);
      }),
    );
  });

  it("says by a mark at its head that its letters are UTF-8", () => {
    const bytes = new TextEncoder().encode(reportHead({ header: ["Дата"], separator: ";" }));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(findEncoding(bytes)).toEqual({ encoding: "utf-8" });
  });
});
