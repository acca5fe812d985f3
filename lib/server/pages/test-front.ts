import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { putEdition } from "@/lib/server/published/edition";
import { Front, type FrontOptions } from "./front";
import { listenHere } from "./test-server";

/** What reached Next: everything of a request that could change an answer. */
export type Reached = { method?: string; url?: string; headers: Record<string, unknown>; body?: string };
/** What a stand-in for Next answers at an address, instead of the page it has for all. */
export type Answers = Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>;

/** What the record holds, from where tests may take it. */
export type Holding = { record: WaveRecord; addresses: FrontOptions["addresses"] };

const html = { "content-type": "text/html; charset=utf-8" };
const manifest = {
  ...{ "/route": "/", "/sitemap.xml/route": "/sitemap.xml", "/_not-found/page": "/_not-found" },
  "/[locale]/[...rest]/page": "/[locale]/[...rest]",
  "/[locale]/(public)/page": "/[locale]",
  "/[locale]/(public)/about/page": "/[locale]/about",
  "/[locale]/(public)/search/page": "/[locale]/search",
  "/[locale]/(notice)/unavailable/page": "/[locale]/unavailable",
  "/[locale]/(notice)/coming/page": "/[locale]/coming",
  "/[locale]/(notice)/missing/page": "/[locale]/missing",
  "/[locale]/(public)/waves/[wave]/page": "/[locale]/waves/[wave]",
  "/[locale]/(account)/account/page": "/[locale]/account",
  "/[locale]/(contribute)/contribute/new/page": "/[locale]/contribute/new",
  "/api/auth/[...nextauth]/route": "/api/auth/[...nextauth]",
  "/api/v1/waves/[wave]/timeline.csv/route": "/api/v1/waves/[wave]/timeline.csv",
};
/** Long and varied enough for every effort of compression to make another number of bytes of it. */
const words = Array.from({ length: 3000 }, (_, at) => ((at * at * 7919) % 10_007).toString(36));
export const bigScript = `self.turnout=${JSON.stringify(words.join(" "))}`;
const files = {
  ".next/app-path-routes-manifest.json": JSON.stringify(manifest),
  ".next/static/chunks/a.js": bigScript,
  "public/icon.svg": "<svg/>",
};

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-front-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function answerAsNext(request: IncomingMessage, response: ServerResponse): void {
  const [place = "/"] = (request.url ?? "/").split("?");
  if (place.startsWith("/_next/static/")) response.writeHead(200, { "content-type": "application/javascript" });
  else if (place === "/icon.svg") response.writeHead(200, { "content-type": "image/svg+xml" });
  else if (place === "/") response.writeHead(307, { location: `/${request.headers["accept-language"]}` });
  else response.writeHead(200, html);
  response.end(
    place.startsWith("/_next/static/") ? bigScript : `<html><script>page()</script><p>${request.url}</p></html>`,
  );
}

/** For tests: the front over a real server, with a stand-in for Next that notes what reaches it. */
export async function openFront({ record, addresses }: Holding, answers: Answers = {}) {
  const folder = makeFolder();
  const reached: Reached[] = [];
  const edition = { version: record.version, publishedAt: record.publishedAt, records: [record] };
  putEdition({ edition, awaySince: null, followed: true });
  const front = new Front({
    ...{ folder, publicUrl: "http://turnout.example", maxBodyKb: 1, maxImportMb: 5, pagesMb: 8, ageNoticeSeconds: 900 },
    addresses,
    async handler(request, response) {
      const seen: Reached = { method: request.method ?? "", url: request.url ?? "", headers: { ...request.headers } };
      reached.push(seen);
      const answer = answers[request.url?.split("?")[0] ?? ""] ?? answerAsNext;
      await answer(request, response);
    },
  });
  await front.start();
  reached.length = 0;
  const here = await listenHere((request, response) => front.handle(request, response));
  return {
    ...{ ...here, front, reached, edition },
    async close() {
      await front.stop();
      await here.close();
      putEdition({ edition: null, awaySince: null, followed: false });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
