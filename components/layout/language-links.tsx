"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/shared/i18n/locales";

type Props = { locale: Locale; label: string };

/** The same page in the other languages, with what the address says of the view. */
export function LanguageLinks({ locale, label }: Props) {
  const rest = usePathname().replace(/^\/[^/]+/, "");
  const query = useSearchParams().toString();
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
                href={`/${one}${rest}${query ? `?${query}` : ""}`}
                lang={one}
                hrefLang={one}
                data-language={one}
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
