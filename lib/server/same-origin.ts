import { env } from "@/lib/env";

/**
 * Whether a form came from one of our own pages. Browsers say so twice, by Sec-Fetch-Site and by Origin; a request
 * that says neither is no browser of this decade and is refused.
 */
export function isSameOrigin(headers: Pick<Headers, "get">, publicUrl: string = env().publicUrl): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return false;
  return origin === publicUrl || URL.parse(origin)?.host === headers.get("host");
}
