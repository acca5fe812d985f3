import type { IncomingMessage, ServerResponse } from "node:http";
import { sendRefusal } from "./small-answers";

const methods = new Set(["GET", "HEAD", "POST"]);

const takesFiles = /^\/(?:en|kk|ru|tr)\/contribute\/import(?:\/[0-9a-f-]{36})?(?:\?|$)/;
const carriesSession = /(?:^|[;\s])(?:__Secure-)?next-auth\.session-token=/;
/** What a form adds to the file it carries. */
const aroundFileBytes = 64 * 1024;

/** Large bodies are for files of proposals: at the one address that takes them, from whoever carries a session. */
export function mostBytes(
  { url = "", headers }: Pick<IncomingMessage, "url" | "headers">,
  { maxBodyKb, maxImportMb }: { maxBodyKb: number; maxImportMb: number },
): number {
  const isFile = takesFiles.test(url) && carriesSession.test(headers.cookie ?? "");
  return isFile ? maxImportMb * 1024 * 1024 + aroundFileBytes : maxBodyKb * 1024;
}

/** Counts the body as it arrives, however it is read, because a sender need not say its length. */
function cutLongBody(request: IncomingMessage, response: ServerResponse, maxBytes: number): void {
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= maxBytes) return push(chunk, encoding);
    if (!response.headersSent) sendRefusal(response, { status: 413 }, "The request is too large.");
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
    sendRefusal(response, { status: 413 }, "The request is too large.");
    return true;
  }
  if (method === "POST") cutLongBody(request, response, maxBodyBytes);
  return false;
}
