import { expect, test } from "vitest";
import { finishPage, PUBLIC_CACHE } from "./finished-page";
import { everywhereHeaders, filePolicy, noncePolicy, pagePolicy } from "./security-headers";

type Headers = Record<string, string>;

async function headersOfPage(https: boolean): Promise<Headers> {
  const held = {
    status: 200,
    headers: new Map<string, string>([["content-type", "text/html; charset=utf-8"]]),
    body: Buffer.from("<script>go()</script><style>p{}</style>"),
  };
  const { head } = (await finishPage(held, { https, cacheControl: PUBLIC_CACHE })).br;
  return Object.fromEntries(
    head.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), head[at + 1] ?? ""]] : [])),
  );
}

function personalHeaders(https: boolean): Headers {
  const named = { ...everywhereHeaders(https), "Content-Security-Policy": noncePolicy("abc", https) };
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The sources of a directive, `default-src` where a fetch directive is missing, as a browser and the Observatory read them. */
function sources(headers: Headers, name: string): string[] {
  const directives = (headers["content-security-policy"] ?? "").split(";").map((one) => one.trim().split(/\s+/));
  const own = directives.find(([first]) => first === name);
  const fallback = name.endsWith("-src") ? directives.find(([first]) => first === "default-src") : undefined;
  return (own ?? fallback)?.slice(1) ?? ["*"];
}

const broad = ["*", "http:", "https:", "ftp:", "data:", "blob:", "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"];
const isTight = (list: string[]) =>
  list.length > 0 && list.every((one) => !broad.includes(one) && !/^https?:/.test(one));

/*
 * The checks of Mozilla's HTTP Observatory with the points a pass adds to 100 (src/grader of mdn-http-observatory,
 * 2026); whatever fails takes points away. 100 is an A+. Redirection to https is the proxy's, which holds the certificate.
 */
const checks: [check: string, points: number, passes: (headers: Headers) => boolean][] = [
  ["Content-Security-Policy: default-src 'none' alone", 10, (h) => sources(h, "default-src").join() === "'none'"],
  ["Content-Security-Policy: scripts by name, hash or nonce", 0, (h) => isTight(sources(h, "script-src"))],
  ["Content-Security-Policy: styles by name, hash or nonce", 0, (h) => isTight(sources(h, "style-src"))],
  ["Content-Security-Policy: no objects", 0, (h) => sources(h, "object-src").join() === "'none'"],
  ["Content-Security-Policy: forms go here only", 0, (h) => sources(h, "form-action").join() === "'self'"],
  ["Content-Security-Policy: no other base", 0, (h) => sources(h, "base-uri").join() === "'none'"],
  [
    "Content-Security-Policy: pictures never over http",
    0,
    (h) => !sources(h, "img-src").some((s) => /^(http|ftp):/.test(s)),
  ],
  ["Cookies: none", 0, (h) => h["set-cookie"] === undefined],
  ["Cross-origin resource sharing: none", 0, (h) => h["access-control-allow-origin"] === undefined],
  ["Cross-Origin-Resource-Policy", 10, (h) => h["cross-origin-resource-policy"] === "same-origin"],
  ["Referrer-Policy", 5, (h) => h["referrer-policy"] === "same-origin"],
  ["X-Content-Type-Options", 0, (h) => h["x-content-type-options"] === "nosniff"],
  ["X-Frame-Options through frame-ancestors", 5, (h) => sources(h, "frame-ancestors").join() === "'none'"],
  ["X-Frame-Options for old browsers", 0, (h) => h["x-frame-options"] === "DENY"],
  ["Strict-Transport-Security: half a year or more", 0, (h) => hstsSeconds(h) >= 15_768_000],
];

function hstsSeconds(headers: Headers): number {
  return Number(/max-age=(\d+)/.exec(headers["strict-transport-security"] ?? "")?.[1] ?? 0);
}

test("the points of the checks make an A+ with room to spare", () => {
  expect(checks.reduce((sum, [, points]) => sum + points, 100)).toBeGreaterThanOrEqual(125);
});

/** Passed by an answer without any header too; every other check must fail for it, or it checks nothing. */
const passedByNothing = /^Cookies|^Cross-origin resource sharing|pictures never over http$/;

test.each(checks)("a public page passes: %s", async (check, _, passes) => {
  expect(passes(await headersOfPage(true))).toBe(true);
  expect(passes({})).toBe(passedByNothing.test(check));
});

test.each(checks)("a personal page passes: %s", (_, __, passes) => {
  expect(passes(personalHeaders(true))).toBe(true);
});

test("over plain http nothing sends the browser to https, or the site would lock itself out", async () => {
  for (const headers of [await headersOfPage(false), personalHeaders(false)]) {
    expect(headers).not.toHaveProperty("strict-transport-security");
    expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  }
  for (const headers of [await headersOfPage(true), personalHeaders(true)]) {
    expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  }
});

test("a policy names each directive once and is one header line", () => {
  for (const policy of [pagePolicy({ scripts: [], styles: [] }, true), noncePolicy("abc", true), filePolicy]) {
    const names = policy.split("; ").map((directive) => directive.split(" ")[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(policy).toMatch(/^[\x20-\x7e]+$/);
    expect(policy).not.toContain(",");
  }
});

test("a nonce opens scripts and styles of its own answer only", () => {
  const policy = noncePolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(pagePolicy({ scripts: [], styles: [] }, false)).not.toContain("nonce");
});

test("what a page does not use is closed, camera and place among it", () => {
  const closed = everywhereHeaders(false)["Permissions-Policy"] ?? "";
  for (const feature of ["camera", "microphone", "geolocation", "payment", "usb"]) {
    expect(closed).toMatch(new RegExp(`(?:^|, )${feature}=\\(\\)`));
  }
});
