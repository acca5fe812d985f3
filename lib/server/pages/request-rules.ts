import type { IncomingMessage, ServerResponse } from "node:http";
import { sendRefusal, sendTooLarge } from "./small-answers";

const methods = new Set(["GET", "HEAD", "POST"]);

const takesFiles = /^\/(?:en|kk|ru|tr)\/contribute\/import(?:\/[0-9a-f-]{36})?(?:\?|$)/;
const carriesSession = /(?:^|[;\s])(?:__Secure-)?next-auth\.session-token=/;
/** What a form adds to the file it carries. */
const aroundFileBytes = 64 * 1024;

const takesPhotographs = /^\/(?:api\/outbox|(?:en|kk|ru|tr)\/contribute\/(?:new|[0-9a-f-]{36}))(?:\?|$)/;
/** One photograph of the largest size as a camera made it, or four made small by a browser, and a form around them. */
const withPhotographsBytes = 6 * 1024 * 1024;

/**
 * Larger bodies are for files of proposals, at the one address that takes them, from whoever carries a session, and for
 * photographs; an outbox whose session has ended must be told that, not that it sent too much.
 */
export function mostBytes(
  { url = "", headers }: Pick<IncomingMessage, "url" | "headers">,
  { maxBodyKb, maxImportMb }: { maxBodyKb: number; maxImportMb: number },
): number {
  const isFile = takesFiles.test(url) && carriesSession.test(headers.cookie ?? "");
  if (isFile) return maxImportMb * 1024 * 1024 + aroundFileBytes;
  return takesPhotographs.test(url) ? Math.max(maxBodyKb * 1024, withPhotographsBytes) : maxBodyKb * 1024;
}

/** What is read of a form that is refused, to give back what was typed beside its file. */
const mostReadOfLargeBytes = 32 * 1024 * 1024;

/** Whether this is a form with photographs that is longer than what is taken, and still short enough to be read. */
export function isLargeForm({ method, url = "", headers }: IncomingMessage, maxBodyBytes: number): boolean {
  const length = Number(headers["content-length"]);
  const isForm = method === "POST" && takesPhotographs.test(url) && carriesSession.test(headers.cookie ?? "");
  return isForm && length > maxBodyBytes && length <= mostReadOfLargeBytes;
}

/** Counts the body as it arrives, however it is read, because a sender need not say its length. */
function cutLongBody(request: IncomingMessage, response: ServerResponse, maxBytes: number): void {
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= maxBytes) return push(chunk, encoding);
    if (!response.headersSent) sendTooLarge(response);
    request.destroy();
    return false;
  };
}

/** Answers requests nothing here has a use for. True when it did. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, maxBodyBytes: number): boolean {
  const { method = "", headers } = request;
  if (!methods.has(method)) {
    sendRefusal(response, { status: 405, headers: { Allow: "GET, HEAD, POST" } }, "This method is not allowed.");
    return true;
  }
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") {
    sendRefusal(response, { status: 415 }, "Compressed requests are not accepted.");
    return true;
  }
  if (headers["content-length"] !== undefined && Number(headers["content-length"]) > maxBodyBytes) {
    sendTooLarge(response);
    return true;
  }
  if (method === "POST") cutLongBody(request, response, maxBodyBytes);
  return false;
}
