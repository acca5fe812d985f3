import type { Metadata } from "next";
import { env } from "@/lib/env";
import { LOCALES } from "@/lib/shared/i18n/locales";

type About = { locale: string; path: string; title?: string; description: string; feed?: string };

/** Title and description, the one address of a page, and its other languages. `path` has no language and no query, `feed` is the whole path of one. */
export function pageMetadata({ locale, path, title, description, feed }: About): Metadata {
  const address = (language: string) => `${env().publicUrl}/${language}${path}`;
  return {
    ...(title === undefined ? {} : { title }),
    description,
    alternates: {
      canonical: address(locale),
      ...(feed === undefined ? {} : { types: { "application/atom+xml": `${env().publicUrl}${feed}` } }),
      languages: Object.fromEntries(LOCALES.map((language) => [language, address(language)])),
    },
  };
}
