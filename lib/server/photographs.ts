import { createHash } from "node:crypto";
import PQueue from "p-queue";
import sharp from "sharp";
import { LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, type PhotographProblem, photographType } from "@/lib/domain/evidence";

/** A photograph as it is kept: pixels made anew, and nothing else of what was sent. */
export type Photograph = { image: Uint8Array<ArrayBuffer>; digest: string; width: number; height: number };

// One at a time, with nothing remembered: 24 million pixels take a hundred megabytes while they are worked on.
sharp.cache(false);
sharp.concurrency(1);
const lane = new PQueue({ concurrency: 1 });

/** Makes it anew, without place, device, time or anything that is not a pixel; says why when it is not taken. */
export async function remakePhotograph(sent: Uint8Array): Promise<Photograph | { problem: PhotographProblem }> {
  if (sent.length > MOST_BYTES) return { problem: "photograph_too_large" };
  // By content, before any decoder sees it: nothing but these three ever reaches one.
  const type = photographType(sent);
  if (type === null) return { problem: "photograph_not_one" };
  if (type === "image/png" && isAnimatedPng(sent)) return { problem: "photograph_moves" };
  return lane.add(() => remake(sent));
}

async function remake(sent: Uint8Array): Promise<Photograph | { problem: PhotographProblem }> {
  const options = { failOn: "error", limitInputPixels: MOST_PIXELS, sequentialRead: true } as const;
  try {
    const { width, height, pages = 1 } = await sharp(sent, { ...options, limitInputPixels: false }).metadata();
    if (pages > 1) return { problem: "photograph_moves" };
    if (width * height > MOST_PIXELS) return { problem: "photograph_too_many_pixels" };
    const { data, info } = await sharp(sent, options)
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const image = new Uint8Array(data);
    const digest = createHash("sha256").update(image).digest("hex");
    return { image, digest, width: info.width, height: info.height };
  } catch {
    // What is wrong with it is the decoder's to know; its words may quote the file.
    return { problem: "photograph_damaged" };
  }
}

/** A PNG that moves says so in a chunk that stands before its pixels; its decoder would take the first picture only. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === "acTL") return true;
    if (name === "IDAT") return false;
  }
  return false;
}
