"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Six random words to take or leave; the button asks the server for others and keeps what was typed. */
export function SixWords({ words }: { words: string }) {
  const t = useTranslations("accounts.sixWords");
  return (
    <div className="mb-5 max-w-prose border border-rule-2 p-4">
      <p className="mb-2 text-sm text-ink-2">{t("lead")}</p>
      <output className="mb-3 block font-mono text-lg break-words select-all" lang="en">
        {words}
      </output>
      <input type="hidden" name="suggestion" value={words} />
      <Button type="submit" name="intent" value="suggest" formNoValidate>
        {t("another")}
      </Button>
    </div>
  );
}
