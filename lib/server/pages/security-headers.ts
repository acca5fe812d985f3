import type { InlineHashes } from "./inline-hashes";

type Sources = { scripts: readonly string[]; styles: readonly string[]; https: boolean };

/*
 * Style attributes alone are free: charts and the map carry hundreds of computed ones, and an attribute can load nothing
 * because img-src, font-src and connect-src stay closed (decision 8).
 */
function policy({ scripts, styles, https }: Sources): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    `style-src ${["'self'", ...styles].join(" ")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'none'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** A finished page is the same bytes for everybody, so its inline code is allowed by hash: a nonce would be known to all. */
export function pagePolicy({ scripts, styles }: Omit<InlineHashes, "strangers">, https: boolean): string {
  return policy({ scripts, styles, https });
}

/** A page made for one reader: only what was written with this request's nonce runs. */
export function noncePolicy(nonce: string, https: boolean): string {
  const source = [`'nonce-${nonce}'`];
  return policy({ scripts: source, styles: source, https });
}

/** For what is not a page: data, images and scripts opened by themselves may draw, and nothing else. */
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** For the worker that opens forms without a line: it may ask this site for them, and nothing else. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const closedFeatures = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/** Passkeys, for our own pages and for none that are framed in them. */
const ownFeatures = ["publickey-credentials-create=(self)", "publickey-credentials-get=(self)"];

/** On every answer. HSTS only where the address people type is https, or a plain http site would lock itself out. */
export function everywhereHeaders(https: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": [...closedFeatures.map((feature) => `${feature}=()`), ...ownFeatures].join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    ...(https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
