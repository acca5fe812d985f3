import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseEncoding, compressWhole, isCompressible, preferredEncoding } from "./encoding";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.5, gzip;q=1", "gzip"],
  ["gzip;q=0.5, br;q=0.5", "br"],
  ["gzip;q=0.0", "identity"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["br;q=0, *", "gzip"],
  ["identity, br;q=0.1", "identity"],
  ["identity;q=0", "identity"],
  ["gzip;q=nonsense", "gzip"],
  ["gzip;q=1.2.3", "identity"],
  ["zstd", "identity"],
  ["", "identity"],
  [" ", "identity"],
  [undefined, "identity"],
])("%s chooses %s", (accepted, chosen) => {
  expect(chooseEncoding(accepted)).toBe(chosen);
  expect(preferredEncoding(accepted)).toBe(chosen);
  expect(preferredEncoding(accepted)).toBe(chosen);
});

test("property: nobody is sent a coding he did not name or refused", () => {
  const part = fc.oneof(
    fc.tuple(fc.constantFrom("br", "gzip", "identity", "*", "zstd"), fc.constantFrom("", ";q=0", ";q=0.3", ";q=1")),
    fc.tuple(fc.string({ maxLength: 12 }), fc.constant("")),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const accepted = parts.map(([name, weight]) => name + weight).join(", ");
      const encoding = preferredEncoding(accepted);
      expect(encoding).toBe(chooseEncoding(accepted));
      if (encoding === "identity") return;
      expect(accepted.toLowerCase()).toMatch(encoding === "br" ? /br|\*/ : /gzip|\*/);
      const refused = parts.findLast(([name]) => name === encoding)?.[1] === ";q=0";
      const spelled = parts.every(([name]) => /^(?:br|gzip|identity|\*|zstd)$/.test(name));
      if (spelled) expect(refused).toBe(false);
    }),
  );
});

test("what is compressed comes back whole", async () => {
  const body = Buffer.from("Жаңаөзен ".repeat(1000));
  expect(brotliDecompressSync(await compressWhole(body, "br", "often"))).toEqual(body);
  expect(gunzipSync(await compressWhole(body, "gzip", "always"))).toEqual(body);
});

test("what is sent more often is made smaller", async () => {
  const words = Array.from({ length: 20_000 }, (_, at) => ((at * at * 7919) % 10_007).toString(36)).join(" ");
  const size = async (effort: "once" | "often" | "always") =>
    (await compressWhole(Buffer.from(words), "br", effort)).length;
  expect(await size("often")).toBeLessThan(await size("once"));
  expect(await size("always")).toBeLessThan(await size("often"));
});

test("less than a packet's worth stays as it is", async () => {
  const [small, large] = [Buffer.alloc(1023), Buffer.alloc(1024)];
  expect(await compressWhole(small, "br", "often")).toBe(small);
  expect((await compressWhole(large, "br", "often")).length).toBeLessThan(100);
});

test("pictures and event streams are left alone", () => {
  expect(isCompressible("image/svg+xml")).toBe(true);
  expect(isCompressible("text/x-component")).toBe(true);
  expect(isCompressible("image/png")).toBe(false);
  expect(isCompressible("text/event-stream")).toBe(false);
});
