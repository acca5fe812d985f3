import type { ServerResponse } from "node:http";
import { everywhereHeaders, filePolicy } from "./security-headers";

type Small = { status: number; https: boolean; headers?: Record<string, string> };

function write(response: ServerResponse, { status, https, headers = {} }: Small, body: string): void {
  response.writeHead(status, {
    ...everywhereHeaders(https),
    "Content-Security-Policy": filePolicy,
    "Cache-Control": "no-store",
    ...headers,
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}

/** A refusal of a request nothing here has a use for, in one sentence; the connection is closed. */
export function sendRefusal(response: ServerResponse, small: Omit<Small, "https">, sentence: string): void {
  const headers = { "Content-Type": "text/plain; charset=utf-8", Connection: "close", ...small.headers };
  write(response, { ...small, https: false, headers }, `${sentence}\n`);
}

/** The refusal of a body that is longer than what is taken at its address. */
export function sendTooLarge(response: ServerResponse): void {
  sendRefusal(response, { status: 413 }, "The request is too large.");
}

/** The refusal of a form in which nobody can tell what was typed. */
export function sendUnreadable(response: ServerResponse): void {
  sendRefusal(response, { status: 400 }, "This form cannot be read.");
}

/** What is wrong, for a program that asked the open interface. */
export function sendProblem(response: ServerResponse, small: Small, sentence: string): void {
  const headers = { "Content-Type": "application/json; charset=utf-8", ...small.headers };
  write(response, { ...small, headers }, JSON.stringify({ error: sentence }));
}

/** Which parameters of a file's address have values that are none of the list's. */
export function sendWrong(response: ServerResponse, https: boolean, names: readonly string[]): void {
  const sentence = `The list has no such value: ${names.join(", ")}. Leave it out, or take one the page offers.`;
  sendProblem(response, { status: 400, https }, sentence);
}

/** The way to another address. Browsers may remember one that is for good. */
export function sendElsewhere(response: ServerResponse, https: boolean, { to, forGood }: Elsewhere): void {
  const headers = { Location: to, "Cache-Control": forGood ? "public, max-age=86400" : "no-store" };
  write(response, { status: forGood ? 308 : 307, https, headers }, "");
}

type Elsewhere = { to: string; forGood: boolean };
