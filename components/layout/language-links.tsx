"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/shared/i18n/locales";

type Props = { locale: Locale; label: string };

function Links({ locale, label, query }: Props & { query: string }) {
  const rest = usePathname().replace(/^\/[^/]+/, "");
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-3">
        {LOCALES.map((one) => (
          <li key={one}>
            {one === locale ? (
              <span aria-current="true" className="inline-block py-1 font-semibold">
                {LANGUAGE_NAMES[one]}
              </span>
            ) : (
              <a
                href={`/${one}${rest}${query}`}
                lang={one}
                hrefLang={one}
                className="inline-block py-1 text-ink-2 no-underline hover:underline"
              >
                {LANGUAGE_NAMES[one]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LinksWithQuery(props: Props) {
  const query = useSearchParams().toString();
  return <Links {...props} query={query ? `?${query}` : ""} />;
}

/** The same page in the other languages, with what the address says of the view. */
export function LanguageLinks(props: Props) {
  return (
    <Suspense fallback={<Links {...props} query="" />}>
      <LinksWithQuery {...props} />
    </Suspense>
  );
}
