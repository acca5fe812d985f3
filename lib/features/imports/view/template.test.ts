import { expect, test } from "vitest";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { cutFile, findSeparator } from "../schema/cut-file";
import { decodeText, findEncoding } from "../schema/encodings";
import { IMPORT_KINDS } from "../schema/fields";
import { suggestMapping } from "../schema/mapping";
import { columnsOf, templateOf } from "./template";

test("an empty table is read without a question: its letters, its cells, and every column as what it is called", () => {
  for (const kind of IMPORT_KINDS)
    for (const locale of LOCALES) {
      const bytes = new TextEncoder().encode(templateOf(kind, locale));
      expect(findEncoding(bytes)).toEqual({ encoding: "utf-8" });
      const text = decodeText(bytes, "utf-8");
      const names = columnsOf(kind).map(({ name }) => name);
      const { header } = cutFile(
        `${text}${names.map(() => "x").join(findSeparator(text) ?? "")}`,
        findSeparator(text) ?? ",",
      );
      expect(header).toEqual(names);
      expect(suggestMapping(kind, header, null).columns).toEqual(
        Object.fromEntries(names.map((name, at) => [name, at])),
      );
    }
});
