import { Agent } from "node:http";
import { inject } from "vitest";
import { type Answer, type Asking, decoded, readAddress } from "../../support/read-address";

export const site = inject("site");

/** What must be found nowhere: every request of these tests carries them. Only Linux lets a client choose its loopback address. */
export const CANARIES = { agent: "CanaryAgent 7421 of nobody", address: "127.77.53.41", forwarded: "203.0.113.77" };

const localAddress = process.platform === "linux" ? { localAddress: CANARIES.address } : {};
const agent = new Agent({ keepAlive: true, maxSockets: 256, family: 4, ...localAddress });
const carried = {
  "user-agent": CANARIES.agent,
  "x-forwarded-for": CANARIES.forwarded,
  "x-real-ip": CANARIES.forwarded,
};

/** A person with a browser: what it keeps is sent with every request. */
export type Visitor = { handle: string; id: string; cookies: Map<string, string> };

export const nobody: Visitor = { handle: "nobody", id: "", cookies: new Map() };

export type Told = { status: number; headers: Answer["headers"]; text: string };

/** What a browser says of itself when one of our own pages sends a form. */
export const ownOrigin: Readonly<Record<string, string>> = { origin: site.url, "sec-fetch-site": "same-origin" };

export function cookieHeader({ cookies }: Pick<Visitor, "cookies">): Record<string, string> {
  const pairs = [...cookies].map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? {} : { cookie: pairs.join("; ") };
}

/** One request to its last byte, as this visitor's browser would send it; nothing is followed and no cookie is kept. */
export async function ask(visitor: Visitor, path: string, asking: Asking = {}): Promise<Told> {
  const headers = { "accept-encoding": "gzip", ...carried, ...cookieHeader(visitor), ...asking.headers };
  const answer = await readAddress(site.url + path, agent, { timeoutMs: 60_000, ...asking, headers }).catch(cutOff);
  return { status: answer.status, headers: answer.headers, text: decoded(answer).toString("utf8") };
}

/** Who is refused while still sending may find the line closed before the answer was read: no answer, of status 0. */
function cutOff(problem: Error): Pick<Answer, "status" | "headers" | "body"> {
  if (!/ECONNRESET|EPIPE|socket hang up|Parse Error: Data after/.test(String(problem))) throw problem;
  return { status: 0, headers: {}, body: Buffer.alloc(0) };
}

/** Keeps what an answer sets, as a browser does. */
export function keepCookies({ cookies }: Visitor, { headers }: Told): void {
  for (const line of headers["set-cookie"] ?? []) {
    const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}
