import { promisify } from "node:util";
import {
  type BrotliCompress,
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  type Gzip,
  gzip,
} from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const compressible =
  /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json|ld\+json|atom\+xml)|image\/svg\+xml)/i;
const smallest = 1024;

export function isCompressible(contentType: string): boolean {
  return compressible.test(contentType) && !/^text\/event-stream/i.test(contentType);
}

/** The best encoding the browser takes; a quality of 0 is a refusal. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const offers = new Map(
    (accepted ?? "").split(",").map((part) => {
      const [name = "", ...rest] = part.trim().toLowerCase().split(";");
      return [name.trim(), !rest.some((setting) => /^\s*q=0(?:\.0*)?\s*$/.test(setting))];
    }),
  );
  if (offers.get("br")) return "br";
  return offers.get("gzip") ? "gzip" : "identity";
}

const brotliWhole = promisify(brotliCompress);
const gzipWhole = promisify(gzip);

/**
 * `thorough` is for what is compressed once and sent many times. A page is compressed each time it is rendered:
 * Brotli at 8 would take ten times as long as at 5 for a twentieth fewer bytes.
 */
export async function compressWhole(body: Buffer, encoding: Encoding, thorough: boolean): Promise<Buffer> {
  if (encoding === "identity" || body.length < smallest) return body;
  if (encoding === "gzip") return gzipWhole(body, { level: thorough ? 9 : 6 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: thorough ? 10 : 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliWhole(body, { params });
}

/** Every piece is flushed at once, because a streamed answer is streamed so that its start arrives early. */
export function compressorFor(encoding: Exclude<Encoding, "identity">): BrotliCompress | Gzip {
  if (encoding === "gzip") return createGzip({ level: 6, flush: constants.Z_SYNC_FLUSH });
  return createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  });
}
