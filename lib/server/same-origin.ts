import { env } from "@/lib/env";

/**
 * Whether a form came from one of our own pages. Browsers say so twice, by Sec-Fetch-Site and by Origin, and neither may
 * say otherwise; a request that says neither is no browser of this decade and is refused.
 */
export function isSameOrigin(headers: Pick<Headers, "get">, publicUrl: string = env().publicUrl): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  if (headers.get("origin") === null) return site !== null;
  return !namesOtherOrigin(headers, publicUrl);
}

/** Whether a request says that a page of another origin sent it. */
export function namesOtherOrigin(headers: Pick<Headers, "get">, publicUrl: string = env().publicUrl): boolean {
  const origin = headers.get("origin");
  if (origin === null || origin === publicUrl) return false;
  return URL.parse(origin)?.host !== headers.get("host");
}
