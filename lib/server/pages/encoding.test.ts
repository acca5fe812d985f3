import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { chooseEncoding, compressWhole, isCompressible } from "./encoding";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.5, gzip;q=1", "br"],
  ["gzip;q=0.0", "identity"],
  ["", "identity"],
  [undefined, "identity"],
])("%s chooses %s", (accepted, chosen) => {
  expect(chooseEncoding(accepted)).toBe(chosen);
});

test("what is compressed comes back whole", async () => {
  const body = Buffer.from("Жаңаөзен ".repeat(1000));
  expect(brotliDecompressSync(await compressWhole(body, "br", false))).toEqual(body);
  expect(gunzipSync(await compressWhole(body, "gzip", true))).toEqual(body);
});

test("pictures and event streams are left alone", () => {
  expect(isCompressible("image/svg+xml")).toBe(true);
  expect(isCompressible("text/x-component")).toBe(true);
  expect(isCompressible("image/png")).toBe(false);
  expect(isCompressible("text/event-stream")).toBe(false);
});
