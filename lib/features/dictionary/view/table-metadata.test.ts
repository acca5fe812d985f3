import { expect, it } from "vitest";
import { FILE_NAMES } from "@/lib/shared/files/file-registry";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { loadTableMetadata } from "../loaders";

const metadata = await loadTableMetadata("a-wave");

it("describes every file at its address, relative to nothing", () => {
  expect(metadata.tables).toHaveLength(FILE_NAMES.length);
  const urls = metadata.tables.map(({ url }) => url);
  expect(urls).toContain("/api/v1/waves/a-wave/figures.csv");
  expect(urls).toContain("/api/v1/waves/a-wave/charts/reach.csv");
});

it("says of every column its type, its words and its meaning in every language", () => {
  const columns = metadata.tables.flatMap(({ tableSchema }) => tableSchema.columns);
  for (const column of columns) {
    expect(column["dc:description"].map((told) => told["@language"])).toEqual(LOCALES);
    expect(column["dc:description"].filter((told) => told["@value"] === "")).toEqual([]);
  }
  expect(columns.find(({ name }) => name === "lower")?.datatype).toBe("decimal");
  expect(columns.find(({ name }) => name === "basis")?.datatype).toEqual({
    base: "string",
    format: "^(on_day|peak|average|cumulative)$",
  });
  expect(columns.find(({ name }) => name === "source_ids")).toHaveProperty("separator", " ");
});
