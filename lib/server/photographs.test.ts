import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type Photograph, remakePhotograph } from "./photographs";

const canary = "CANARY-SERIAL-4711";
const noise = (width: number, height: number) => ({
  create: {
    width,
    height,
    channels: 3 as const,
    background: "#777",
    noise: { type: "gaussian" as const, mean: 128, sigma: 30 },
  },
});
/** As a phone writes it: with its place, its serial number, its time and words of its owner. */
const fromPhone = (picture = sharp(noise(640, 480))) =>
  picture
    .withExif({
      IFD0: { Make: canary, Copyright: canary, Artist: canary },
      IFD2: { BodySerialNumber: canary },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "43/1 15/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "76/1 57/1 0/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>${canary}</d></x:xmpmeta>`);

async function taken(sent: Uint8Array): Promise<Photograph> {
  const made = await remakePhotograph(sent);
  if ("problem" in made) throw new Error(made.problem);
  return made;
}

test.each(["jpeg", "png", "webp"] as const)("of a %s nothing is left but its pixels", async (format) => {
  const sent = await fromPhone().toFormat(format).toBuffer();
  const before = await sharp(sent).metadata();
  expect(before.exif?.includes(canary)).toBe(true);
  const { image, width, height } = await taken(sent);
  const after = await sharp(image).metadata();
  expect([after.format, width, height]).toEqual(["webp", 640, 480]);
  expect([after.exif, after.xmp, after.icc, after.iptc, after.comments]).toEqual(Array(5).fill(undefined));
  expect(Buffer.from(image).includes(canary)).toBe(false);
  expect(Buffer.from(image).includes("GPS")).toBe(false);
});

test("what hides behind the pixels does not come along", async () => {
  const sent = Buffer.concat([await sharp(noise(64, 64)).jpeg().toBuffer(), Buffer.from(`<script>${canary}</script>`)]);
  expect(Buffer.from((await taken(sent)).image).includes(canary)).toBe(false);
});

test("it stands upright as it was taken, and is made small", async () => {
  const plain = { create: { width: 4000, height: 3000, channels: 3 as const, background: "#777" } };
  const sent = await sharp(plain).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await taken(sent)).toMatchObject({ width: 1920, height: 2560 });
});

test("the same photograph sent twice is the same, so that it is kept once", async () => {
  const sent = await fromPhone().jpeg().toBuffer();
  expect((await taken(sent)).digest).toBe((await taken(sent)).digest);
});

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const frames = [Buffer.alloc(64 * 64 * 3, 10), Buffer.alloc(64 * 64 * 3, 200)];
const moving = () => sharp(Buffer.concat(frames), { raw: { width: 64, height: 128, channels: 3, pageHeight: 64 } });

/** A PNG with the chunk of an animation before its pixels. */
async function movingPng(): Promise<Buffer> {
  const png = await sharp(noise(16, 16)).png().toBuffer();
  const chunk = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from("acTL"), Buffer.alloc(12)]);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** A PNG of a few bytes whose head says that it has 81 million pixels. */
async function hugePng(): Promise<Buffer> {
  const png = await sharp(noise(16, 16)).png().toBuffer();
  png.writeUInt32BE(9000, 16);
  png.writeUInt32BE(9000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

test.each([
  ["an SVG", async () => svg, "photograph_not_one"],
  ["a GIF", () => moving().gif().toBuffer(), "photograph_not_one"],
  ["a TIFF", () => sharp(noise(16, 16)).tiff().toBuffer(), "photograph_not_one"],
  ["nothing", async () => Buffer.alloc(0), "photograph_not_one"],
  ["a WebP that moves", () => moving().webp({ loop: 0 }).toBuffer(), "photograph_moves"],
  ["a PNG that moves", movingPng, "photograph_moves"],
  [
    "only the beginning of one",
    async () => (await sharp(noise(640, 480)).jpeg().toBuffer()).subarray(0, 9000),
    "photograph_damaged",
  ],
  [
    "the signs of a JPEG before something else",
    async () => Buffer.concat([Buffer.from([255, 216, 255]), svg]),
    "photograph_damaged",
  ],
  ["few bytes with many pixels", hugePng, "photograph_too_many_pixels"],
  [
    "too many bytes",
    async () => Buffer.concat([Buffer.from([255, 216, 255]), Buffer.alloc(5 * 1024 * 1024)]),
    "photograph_too_large",
  ],
])("%s is refused with its reason", async (_, make, problem) => {
  expect(await remakePhotograph(await make())).toEqual({ problem });
});
