import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding, compressWhole } from "./encoding";
import { inlineHashes } from "./inline-hashes";
import { plainScripts } from "./plain-scripts";
import { pagePolicy } from "./security-headers";

export type WholeAnswer = { body: Buffer; https: boolean; immutable: Map<string, Buffer> };

/** Pages of one person: never kept by anybody. Every other page reads no session and is the same for everybody. */
const personal = /^(?:\/[a-z]{2})?\/(?:account|admin|api|contribute|invite|join|moderate|sign-in)(?:\/|$)/;
const hashedFile = /^\/_next\/static\//;

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

function isPublicPage(request: IncomingMessage, response: ServerResponse): boolean {
  return (
    request.method === "GET" &&
    response.statusCode === 200 &&
    !response.hasHeader("Set-Cookie") &&
    !personal.test(pathOf(request))
  );
}

function addPageHeaders(request: IncomingMessage, response: ServerResponse, { body, https }: WholeAnswer): void {
  response.setHeader("Content-Security-Policy", pagePolicy(inlineHashes(body.toString("utf8")), https));
  if (isPublicPage(request, response)) {
    // Weak, because the same page is sent in more than one encoding.
    response.setHeader("ETag", `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`);
    response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
  } else {
    response.setHeader("Cache-Control", "private, no-store");
    response.removeHeader("ETag");
  }
}

function isUnchanged(request: IncomingMessage, response: ServerResponse): boolean {
  const known = request.headers["if-none-match"];
  const tag = response.getHeader("ETag");
  if (known === undefined || typeof tag !== "string" || response.statusCode !== 200) return false;
  const plain = (text: string) => text.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((one) => plain(one) === plain(tag));
}

/** Files whose name carries their hash never change: compressed thoroughly once, then sent from memory. */
async function encode(
  request: IncomingMessage,
  response: ServerResponse,
  { body, immutable }: WholeAnswer,
): Promise<Buffer> {
  const encoding = body.length < 1024 ? "identity" : chooseEncoding(request.headers["accept-encoding"]);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  if (!hashedFile.test(pathOf(request)) || response.statusCode !== 200) return compressWhole(body, encoding, false);
  const key = `${encoding} ${pathOf(request)}`;
  const kept = immutable.get(key);
  if (kept) return kept;
  const compressed = await compressWhole(body, encoding, true);
  immutable.set(key, compressed);
  return compressed;
}

/** Sends a complete answer: policy, ETag, 304 when the reader has it already, compression, length. */
export async function sendWhole(request: IncomingMessage, response: ServerResponse, given: WholeAnswer): Promise<void> {
  try {
    const isPage = /^text\/html/i.test(String(response.getHeader("Content-Type")));
    const answer = isPage ? { ...given, body: Buffer.from(plainScripts(given.body.toString("utf8"))) } : given;
    if (isPage) addPageHeaders(request, response, answer);
    response.appendHeader("Vary", "Accept-Encoding");
    response.removeHeader("Content-Length");
    if (isUnchanged(request, response)) {
      response.statusCode = 304;
      response.end();
      return;
    }
    const body = await encode(request, response, answer);
    response.setHeader("Content-Length", body.length);
    response.end(body);
  } catch {
    response.destroy();
  }
}
