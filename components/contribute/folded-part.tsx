"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  label: string;
  /** What stands there now, in one piece; null where nothing does. Undefined: it says how many, or nothing at all. */
  now?: { text: string; language: string | null } | null | undefined;
  /** Something in it was changed or refused: then it is in sight. */
  isOpen: boolean;
  children: ReactNode;
};

/** A part of a form that most leave as it is. Folded it is sent with the rest, also by a browser without scripts. */
export function FoldedPart({ label, now, isOpen, children }: Props) {
  const t = useTranslations("desk");
  return (
    <details open={isOpen} className="break-inside-avoid border-t border-rule open:pb-2">
      <summary className="min-h-11 max-w-prose py-2">
        <span className="font-semibold">{label}</span>
        {now === undefined ? null : (
          <span className="ms-2 line-clamp-2 text-ink-2" {...(now?.language ? { lang: now.language } : {})}>
            {now?.text || t("empty")}
          </span>
        )}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
