/** In everything the attacker sends that could end up in a page; it must never be in anybody else's. */
export const ATTACK_MARK = "zqattack";

export type AttackRequest = { text: string; hasBody: boolean };

export type Roll = { number(below: number): number; pick<T>(from: readonly T[]): T; mark(): string };

export function rollWith(random: () => number): Roll {
  let serial = 0;
  return {
    number: (below) => Math.floor(random() * below),
    pick: <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T,
    mark: () => {
      serial += 1;
      return `${ATTACK_MARK}${serial.toString(36)}${Math.floor(random() * 1e9).toString(36)}`;
    },
  };
}

/** Names the product reads, names Next reads for itself, and names nobody reads. */
export const names = [
  ...["at", "region", "workforce", "kind", "from", "to", "q", "page", "left_out", "v", "version", "wave", "locale"],
  ...["_rsc", "__nextLocale", "__nextDefaultLocale", "__nextDataReq", "nxtPlocale", "nxtPwave", "nxtIwave", "amp"],
  ...["utm_source", "__proto__", "constructor", "x", "[]", "a[b]", "<script>", "dpl", "ts"],
];

const acceptEncodings = [
  ...["br;q=0", "*", "identity;q=0", "gzip;q=0.5, br;q=0.1", "", "deflate", "zstd", "br;q=0, gzip;q=0", "*;q=0"],
  ...["gzip;q=1.0000000001", "BR", "x-gzip", "br\t,\tgzip", "gzip, gzip, gzip", "br;q=abc", "identity;q=0, *;q=0"],
];

/** One header that a cache, a proxy or a framework might believe. */
export const tricks: ((roll: Roll) => string)[] = [
  (roll) => `X-Forwarded-Host: ${roll.mark()}.example`,
  (roll) => `X-Forwarded-Proto: ${roll.pick(["https", "http", roll.mark()])}`,
  (roll) => `Forwarded: host=${roll.mark()}.example;proto=https`,
  (roll) => `X-Forwarded-Prefix: /${roll.mark()}`,
  (roll) => `X-Original-URL: /en/${roll.mark()}`,
  (roll) => `X-Rewrite-URL: /${roll.mark()}`,
  () => "RSC: 1",
  (roll) => `Next-Router-State-Tree: ${encodeURIComponent(JSON.stringify(["", { children: [roll.mark(), {}] }]))}`,
  () => "Next-Router-Prefetch: 1",
  (roll) => `Next-Router-Segment-Prefetch: /${roll.mark()}`,
  (roll) => `Next-Url: /en/${roll.mark()}`,
  (roll) => `Next-Action: ${roll.mark()}`,
  () => "Next-Resume: 1",
  () => "X-Nextjs-Data: 1",
  () => `X-Middleware-Subrequest: ${Array(6).fill("middleware").join(":")}`,
  (roll) => `X-Middleware-Rewrite: /${roll.mark()}`,
  () => "X-Middleware-Prefetch: 1",
  (roll) => `X-Matched-Path: /en/${roll.mark()}`,
  (roll) => `X-Invoke-Path: /${roll.mark()}`,
  () => "X-Invoke-Status: 500",
  (roll) => `X-Now-Route-Matches: 1=${roll.mark()}`,
  () => "X-Prerender-Revalidate: 1",
  () => "Purpose: prefetch",
  (roll) => `Range: bytes=${roll.number(1000)}-${roll.number(5000)}`,
  () => "If-Range: x",
  (roll) => `Accept-Encoding: ${roll.pick(acceptEncodings)}`,
  (roll) => `X-Garbage: ${roll.mark()}${"g".repeat(roll.number(16_000))}`,
  (roll) => `Cookie: next-auth.session-token=${roll.mark()}; NEXT_LOCALE=${roll.pick(["ru", roll.mark()])}`,
  () => "Cookie: __prerender_bypass=1; __next_preview_data=1",
  (roll) => `Accept-Language: ${roll.pick(["ru", "kk,ru;q=0.5", roll.mark(), "*", "x".repeat(500)])}`,
  (roll) => `If-None-Match: W/"${roll.mark()}", "x", *`,
  (roll) => `If-None-Match: ${Array.from({ length: 50 }, () => `"${roll.mark()}"`).join(", ")}`,
  () => "If-Modified-Since: Tue, 01 Jan 2030 00:00:00 GMT",
  () => "Cache-Control: only-if-cached",
  () => "Cache-Control: no-cache, no-store",
  () => "X-HTTP-Method-Override: POST",
  (roll) => `X-Http-Method: ${roll.pick(["DELETE", "PUT"])}`,
  (roll) => `Accept: ${roll.pick(["text/x-component", "application/json", "*/*", roll.mark()])}`,
  (roll) => `Authorization: Bearer ${roll.mark()}`,
  (roll) => `Origin: https://${roll.mark()}.example`,
  (roll) => `Referer: https://${roll.mark()}.example/`,
  () => "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
  () =>
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  () => "Expect: 100-continue",
];

function queryOf(roll: Roll): string {
  const some = Array.from({ length: 1 + roll.number(3) }, () => {
    const value = roll.pick([
      roll.mark(),
      `2022-01-0${roll.number(9)}${roll.mark()}`,
      `%00${roll.mark()}`,
      "%F0%9F%92%A9",
    ]);
    return `${encodeURIComponent(roll.pick(names))}=${value}`;
  });
  return `?${roll.mark()}=${roll.mark()}&${some.join("&")}`;
}

/** Other spellings of the same path, and paths that are nobody's. */
function bentPath(path: string, roll: Roll): string {
  return roll.pick([
    `${path}/`,
    `/${path}`,
    path.toUpperCase(),
    path.replaceAll("/", "%2F"),
    `${path}/${roll.mark()}`,
    `${path}/../${roll.mark()}`,
    `${path}%00`,
    `${path};${roll.mark()}`,
    `${path}.rsc`,
    `/_next/data/x${path}.json`,
    `http://${roll.mark()}.example${path}`,
    `${path}#${roll.mark()}`,
  ]);
}

/** One in so many bends the path, which may cost the server a page of its own; the rest only add to a real address. */
const bentOneIn = 200;

/** An endless row of different requests for public pages with everything that might confuse who answers them. */
export function attackRequests(addresses: readonly string[], random: () => number = Math.random): () => AttackRequest {
  const roll = rollWith(random);
  return () => {
    const path = (roll.pick(addresses).split("?", 1)[0] ?? "/") || "/";
    const target = (roll.number(bentOneIn) === 0 ? bentPath(path, roll) : path) + queryOf(roll);
    const method = roll.number(20) === 0 ? roll.pick(["HEAD", "POST", "OPTIONS", "PURGE"]) : "GET";
    const host =
      roll.number(10) === 0 ? roll.pick([`${roll.mark()}.example`, "", "127.0.0.1:1", "[::1]"]) : "127.0.0.1";
    const headers = Array.from({ length: roll.number(4) }, () => roll.pick(tricks)(roll));
    // Without this most answers would be the whole page uncompressed, and the attack would be on the loopback.
    if (roll.number(10) > 0 && !headers.some((one) => one.startsWith("Accept-Encoding"))) {
      headers.push("Accept-Encoding: gzip, br");
    }
    const length = method === "POST" ? ["Content-Length: 0"] : [];
    const text = `${method} ${target} HTTP/1.1\r\n${[`Host: ${host}`, ...headers, ...length].join("\r\n")}\r\n\r\n`;
    return { text, hasBody: method !== "HEAD" };
  };
}
