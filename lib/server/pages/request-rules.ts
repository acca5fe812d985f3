import type { IncomingMessage, ServerResponse } from "node:http";

export type RequestLimits = { maxBodyBytes: number };

const methods = new Set(["GET", "HEAD", "POST"]);

function refuse(response: ServerResponse, status: number, sentence: string): true {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    Connection: "close",
    "Cache-Control": "no-store",
  });
  response.end(`${sentence}\n`);
  return true;
}

/** Counts the body as it arrives, however it is read, because a sender need not say its length. */
function cutLongBody(request: IncomingMessage, response: ServerResponse, maxBodyBytes: number): void {
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= maxBodyBytes) return push(chunk, encoding);
    if (!response.headersSent) refuse(response, 413, "The request is too large.");
    request.destroy();
    return false;
  };
}

function isReadable(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}

/** Answers requests no page has a use for. True when it did. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { maxBodyBytes }: RequestLimits,
): boolean {
  if (!methods.has(request.method ?? "")) {
    response.setHeader("Allow", [...methods].join(", "));
    return refuse(response, 405, "This method is not allowed.");
  }
  if (!isReadable(request.url ?? "/")) return refuse(response, 400, "This address cannot be read.");
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") {
    return refuse(response, 415, "Compressed requests are not accepted.");
  }
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) {
    return refuse(response, 413, "The request is too large.");
  }
  cutLongBody(request, response, maxBodyBytes);
  return false;
}
