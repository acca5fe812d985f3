import { site } from "./asking";

const host = new URL(site.url).host;
const elsewhere = "https://elsewhere.example";

/** What a browser, or somebody who pretends to be one, says when a form does not come from a page of ours. */
export const forgeries: Readonly<Record<string, Record<string, string>>> = {
  "no sign of where from": {},
  "another site": { origin: elsewhere },
  "another site, as browsers say it": { origin: elsewhere, "sec-fetch-site": "cross-site" },
  "no origin from another site": { "sec-fetch-site": "cross-site" },
  "a page of no origin": { origin: "null" },
  "a page of no origin, as browsers say it": { origin: "null", "sec-fetch-site": "cross-site" },
  "our origin from another site": { origin: site.url, "sec-fetch-site": "cross-site" },
  "a neighbour under the same domain": { origin: site.url, "sec-fetch-site": "same-site" },
  "typed by hand": { "sec-fetch-site": "none" },
  "another port": { origin: "http://localhost:9" },
  "a name that begins with ours": { origin: `http://${host}.elsewhere.example` },
  "our name as a user of another site": { origin: `http://${host}@elsewhere.example` },
  "our name as a path of another site": { origin: `${elsewhere}/${host}` },
  "a proxy's word for the host": { origin: elsewhere, "x-forwarded-host": "elsewhere.example" },
  "a standard proxy's word for the host": { origin: elsewhere, forwarded: "host=elsewhere.example;proto=https" },
  "another host than the origin": { origin: elsewhere, host: "other.example" },
  "two origins": { origin: `${site.url}, ${elsewhere}` },
  "a referrer of ours alone": { referer: `${site.url}/en/account` },
  "an origin that is no address": { origin: host },
};

/** Methods that are not for sending forms, and headers that would have them taken for others. */
export const wrongMethods: readonly { method: string; headers?: Record<string, string> }[] = [
  ...["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"].map((method) => ({ method })),
  { method: "GET", headers: { "x-http-method-override": "POST" } },
  { method: "GET", headers: { "x-method-override": "POST", "x-http-method": "POST" } },
];
