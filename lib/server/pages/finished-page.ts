import { createHash } from "node:crypto";
import { log } from "@/lib/server/logger";
import { compressWhole, type Effort, type Encoding, isCompressible } from "./encoding";
import type { HeldAnswer } from "./held-response";
import { inlineHashes } from "./inline-hashes";
import { plainScripts } from "./plain-scripts";
import { everywhereHeaders, filePolicy, pagePolicy } from "./security-headers";

/** A complete answer, ready to be sent as it is to anybody. */
export type FinishedPage = {
  status: number;
  /** Weak, because the same page is sent in more than one encoding. */
  etag: string;
  /** What a 304 says; names and values in turn, as Node writes them fastest. */
  unchanged: readonly string[];
  /** The page in each coding that is kept, with its complete head. The plain bytes are kept only where nothing is gained. */
  br: Coded;
  gzip: Coded;
  plain: Coded | null;
  /** Head of the plain bytes without their length, for the few readers who take no compression. */
  plainHead: readonly string[];
  plainLength: number;
  /** Whether something of it could not be made just now. */
  isProvisional: boolean;
  /** Bytes it occupies in memory. */
  size: number;
};

export type Coded = { head: readonly string[]; body: Buffer };

/** `byLanguage`: another reader may get another answer at the same address, by the languages the browser names. */
export type Finishing = {
  https: boolean;
  cacheControl: string;
  effort?: Effort;
  byLanguage?: boolean;
  /** What something that is no page may do, where it needs more than such things do. */
  policy?: string;
};

/**
 * A shared cache may hold a page for a second and may send it for one more while it asks again, so that no reader is
 * more than two seconds behind; when Turnout itself is gone it may go on for a week.
 */
export const PUBLIC_CACHE = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=604800";
/** The name of such a file carries the hash of its content. */
export const IMMUTABLE_CACHE = "public, max-age=31536000, immutable";

const kept = ["content-type", "content-disposition", "location", "content-language"];
/** Written by what stands in for a drawing that failed. */
const provisionalMark = 'data-provisional=""';
const headersOverhead = 2000;

function keptHeaders({ headers }: HeldAnswer): string[] {
  return kept.flatMap((name) => {
    const value = headers.get(name);
    return typeof value === "string" ? [name, value] : [];
  });
}

type Head = { lines: readonly string[]; whole: Buffer };

function coded({ lines, whole }: Head, encoding: Encoding, body: Buffer): Coded {
  const named = body === whole ? [] : ["Content-Encoding", encoding];
  return { head: [...lines, ...named, "Content-Length", String(body.length)], body };
}

async function compressed(whole: Buffer, held: HeldAnswer, effort: Effort): Promise<[Buffer, Buffer]> {
  if (!isCompressible(String(held.headers.get("content-type") ?? ""))) return [whole, whole];
  return Promise.all([compressWhole(whole, "br", effort), compressWhole(whole, "gzip", effort)]);
}

function policyOf(html: string, https: boolean): string {
  const hashes = inlineHashes(html);
  if (hashes.strangers > 0) log("error", { event: "script-not-allowed", count: hashes.strangers });
  return pagePolicy(hashes, https);
}

/** Hashes, compression and ETag need the whole; this is where a page becomes one that can be sent ten thousand times. */
export async function finishPage(held: HeldAnswer, finishing: Finishing): Promise<FinishedPage> {
  const { https, cacheControl, effort = "often", byLanguage = false, policy: own = filePolicy } = finishing;
  const isPage = /^text\/html/i.test(String(held.headers.get("content-type") ?? ""));
  const html = isPage ? plainScripts(held.body.toString("utf8")) : null;
  const whole = html === null ? held.body : Buffer.from(html);
  const [br, gzip] = await compressed(whole, held, effort);
  const policy = html === null ? own : policyOf(html, https);
  const etag = `W/"${createHash("sha256").update(whole).digest("base64url").slice(0, 27)}"`;
  const secure = Object.entries({ ...everywhereHeaders(https), "Content-Security-Policy": policy }).flat();
  const vary = byLanguage ? "Accept-Encoding, Accept-Language" : "Accept-Encoding";
  const unchanged = ["ETag", etag, "Cache-Control", cacheControl, "Vary", vary, ...secure];
  const head = { lines: [...keptHeaders(held), ...unchanged], whole };
  return {
    status: held.status,
    etag,
    unchanged,
    br: coded(head, "br", br),
    gzip: coded(head, "gzip", gzip),
    plain: br === whole ? coded(head, "identity", whole) : null,
    plainHead: head.lines,
    plainLength: whole.length,
    isProvisional: html?.includes(provisionalMark) ?? false,
    size: br.length + (gzip === br ? 0 : gzip.length) + headersOverhead,
  };
}
