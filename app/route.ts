import { pickLocale } from "@/lib/shared/i18n/locales";

/** The bare address leads to the reader's language; nothing is remembered. */
export function GET(request: Request): Response {
  const locale = pickLocale(request.headers.get("accept-language"));
  return new Response(null, {
    status: 307,
    headers: { location: `/${locale}`, vary: "Accept-Language", "cache-control": "public, max-age=300" },
  });
}
