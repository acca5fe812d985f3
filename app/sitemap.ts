import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { loadReadings } from "@/lib/features/waves/loaders";
import { LOCALES } from "@/lib/shared/i18n/locales";

export const dynamic = "force-dynamic";

const parts = ["", "/spread", "/timeline", "/demands", "/solidarity", "/sources", "/workforces", "/data"];

/** The pages of every wave that really happened, each with its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const waves = (await loadReadings("en")).map(({ record }) => record.wave).filter(({ synthetic }) => !synthetic);
  const paths = ["", ...waves.flatMap(({ slug }) => parts.map((part) => `/waves/${slug}${part}`))];
  const address = (language: string, path: string) => `${env().publicUrl}/${language}${path}`;
  return paths.map((path) => ({
    url: address("en", path),
    alternates: { languages: Object.fromEntries(LOCALES.map((language) => [language, address(language, path)])) },
  }));
}
