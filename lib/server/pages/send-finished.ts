import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { preferredEncoding } from "./encoding";
import type { Coded, FinishedPage } from "./finished-page";

const unzip = promisify(gunzip);
const nothing = Buffer.alloc(0);

function isKnown(known: string | undefined, etag: string): boolean {
  if (known === undefined) return false;
  if (known === etag) return true;
  const plain = (text: string) => text.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((one) => plain(one) === plain(etag));
}

type Sent = { request: IncomingMessage; response: ServerResponse; extra: readonly string[] };

function send({ request, response, extra }: Sent, status: number, { head, body }: Coded): void {
  response.writeHead(status, extra.length > 0 ? [...head, ...extra] : (head as string[]));
  response.end(request.method === "HEAD" ? undefined : body);
}

/*
 * Few readers take no compression at all, so what is kept is compressed and opened for them. Opened pages are shared:
 * one for each request would let a reader who asks and takes nothing fill the memory.
 */
const opened = new LRUCache<FinishedPage, { body: Promise<Buffer>; size: number }>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ size }) => size,
});

function openBody(page: FinishedPage): Promise<Buffer> {
  const known = opened.get(page);
  if (known) return known.body;
  const body = unzip(page.gzip.body);
  opened.set(page, { body, size: page.plainLength });
  body.catch(() => opened.delete(page));
  return body;
}

async function sendPlain(sent: Sent, page: FinishedPage): Promise<void> {
  const head = [...page.plainHead, "Content-Length", String(page.plainLength)];
  send(sent, page.status, { head, body: sent.request.method === "HEAD" ? nothing : await openBody(page) });
}

/**
 * Sends a finished page, or 304 to whoever has it already. `extra` are headers of this moment (Age, Retry-After). A
 * Range is not served: the whole page is a correct answer to it.
 */
export function sendFinished(
  request: IncomingMessage,
  response: ServerResponse,
  page: FinishedPage,
  extra: readonly string[] = [],
): void {
  const sent = { request, response, extra };
  if (page.status === 200 && isKnown(request.headers["if-none-match"], page.etag)) {
    send(sent, 304, { head: page.unchanged, body: nothing });
    return;
  }
  const encoding = preferredEncoding(request.headers["accept-encoding"]);
  if (page.plain) send(sent, page.status, page.plain);
  else if (encoding !== "identity") send(sent, page.status, page[encoding]);
  else sendPlain(sent, page).catch(() => response.destroy());
}
