import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const compressible =
  /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json|ld\+json|atom\+xml)|image\/svg\+xml)/i;
const smallest = 1024;

export function isCompressible(contentType: string): boolean {
  return compressible.test(contentType) && !/^text\/event-stream/i.test(contentType);
}

const kinds: readonly Encoding[] = ["br", "gzip", "identity"];

/** How much a reader wants each coding, by the rules of RFC 9110, 12.5.3; a weight of 0 is a refusal. */
function weights(accepted: string): Map<string, number> {
  return new Map(
    accepted.split(",").map((part) => {
      const [name = "", ...settings] = part.trim().toLowerCase().split(";");
      const quality = settings.map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1]).find(Boolean);
      const weight = Number(quality ?? 1);
      return [name.trim().replace(/^x-gzip$/, "gzip"), Number.isFinite(weight) ? weight : 0];
    }),
  );
}

/** The coding a reader likes best, ours first among equals. Whoever refuses everything gets the plain bytes. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted.trim() === "") return "identity";
  const wanted = weights(accepted);
  const any = wanted.get("*");
  const weightOf = (kind: Encoding) =>
    wanted.get(kind) ?? (kind === "identity" ? Math.min(any ?? 0.001, 0.001) : (any ?? 0));
  const best = kinds.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
  return weightOf(best) > 0 ? best : "identity";
}

const chosen = new Map<string, Encoding>();
const mostChosen = 200;

/** The same, remembered: browsers send a handful of spellings, and each request asks. */
export function preferredEncoding(accepted: string | undefined): Encoding {
  const text = accepted ?? "";
  const known = chosen.get(text);
  if (known !== undefined) return known;
  const encoding = chooseEncoding(text);
  if (chosen.size < mostChosen && text.length < 100) chosen.set(text, encoding);
  return encoding;
}

const brotliWhole = promisify(brotliCompress);
const gzipWhole = promisify(gzip);

/**
 * How often what is compressed will be sent: to one reader, until the next publication, or for as long as the build
 * stands. A dashboard of 700 kB takes Brotli 6 ms for 48.7 kB, 25 ms for 45.9 kB or 160 ms for 42.2 kB.
 */
export type Effort = "once" | "often" | "always";
const brotliQuality: Record<Effort, number> = { once: 5, often: 9, always: 10 };
const gzipLevel: Record<Effort, number> = { once: 6, often: 6, always: 9 };

/** Below a packet's worth nothing is gained, and the body itself comes back. */
export async function compressWhole(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  if (encoding === "identity" || body.length < smallest) return body;
  if (encoding === "gzip") return gzipWhole(body, { level: gzipLevel[effort] });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliWhole(body, { params });
}
