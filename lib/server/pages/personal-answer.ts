import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { compressWhole, isCompressible, preferredEncoding } from "./encoding";
import { type Handler, type HeldAnswer, hold } from "./held-response";
import { everywhereHeaders, filePolicy, noncePolicy } from "./security-headers";

type Made = { held: HeldAnswer; nonce: string };

/** Headers by which Next's own parts talk to each other, or a proxy to it; from outside they mean nothing good. */
const internal = /^(?:x-middleware-|x-invoke-|x-nextjs-|x-next-|x-matched-path$|x-now-|x-forwarded-|forwarded$)/;
/** Made anew below, or true only of a connection to Next itself. */
const replaced = new Set(["content-length", "transfer-encoding", "connection", "keep-alive", "cache-control", "etag"]);

function dropInternalHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) if (internal.test(name)) delete request.headers[name];
}

/** Lets Next answer one reader. It reads the nonce from a policy in the request and writes it into its scripts. */
export async function makePersonal(request: IncomingMessage, handler: Handler): Promise<Made> {
  const nonce = randomBytes(18).toString("base64");
  dropInternalHeaders(request);
  request.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
  // Next leaves the body out for HEAD, and with it the length; Node drops it in any case.
  const asked = request.method;
  if (asked === "HEAD") request.method = "GET";
  const held = await hold(handler, request);
  if (asked !== undefined) request.method = asked;
  return { held, nonce };
}

function isPage(held: HeldAnswer): boolean {
  return /^text\/html/i.test(String(held.headers.get("content-type") ?? ""));
}

/** What Next made says that it could not; a program is told so in its own way. */
export function isFailedPage(held: HeldAnswer): boolean {
  return held.status >= 500 && isPage(held);
}

/** Next fails without a page over a form that it cannot read. The product's own actions answer whatever happens to them. */
export function isUnreadForm(held: HeldAnswer): boolean {
  return held.status === 500 && /^text\/(?:plain|x-component)/i.test(String(held.headers.get("content-type") ?? ""));
}

export function isMissingPage(held: HeldAnswer): boolean {
  return held.status === 404 && isPage(held);
}

/** Sends what was made for one reader: kept by nobody, compressed as this reader likes. */
export async function sendPersonal(
  request: IncomingMessage,
  response: ServerResponse,
  { held, nonce, https }: Made & { https: boolean },
): Promise<void> {
  const type = String(held.headers.get("content-type") ?? "");
  const encoding = isCompressible(type) ? preferredEncoding(request.headers["accept-encoding"]) : "identity";
  const body = await compressWhole(held.body, encoding, "once");
  for (const [name, value] of Object.entries(everywhereHeaders(https))) response.setHeader(name, value);
  for (const [name, value] of held.headers) if (!replaced.has(name)) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", isPage(held) ? noncePolicy(nonce, https) : filePolicy);
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Vary", "Accept-Encoding");
  if (body !== held.body) response.setHeader("Content-Encoding", encoding);
  if (held.status !== 204 && held.status !== 304) response.setHeader("Content-Length", body.length);
  response.writeHead(held.status);
  response.end(request.method === "HEAD" ? undefined : body);
}
