"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { OTHER_LANGUAGE } from "@/lib/shared/action-state";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";

/**
 * Within a form, for a browser without scripts: the links of the page would leave what was typed behind, these buttons
 * have the form given back in the other language. Nothing is saved.
 */
export function LanguageButtons() {
  const t = useTranslations("desk.language");
  const locale = useLocale();
  const rest = usePathname().replace(/^\/[^/]+/, "");
  const query = useSearchParams().toString();
  return (
    <noscript>
      <p className="mb-2 max-w-prose text-sm text-ink-2">{t("change")}</p>
      <p className="mb-6 flex flex-wrap gap-3">
        {LOCALES.filter((one) => one !== locale).map((one) => (
          <Button
            key={one}
            type="submit"
            name="intent"
            value={OTHER_LANGUAGE}
            formAction={`/${one}${rest}${query ? `?${query}` : ""}`}
            lang={one}
          >
            {LANGUAGE_NAMES[one]}
          </Button>
        ))}
      </p>
    </noscript>
  );
}
