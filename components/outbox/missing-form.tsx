"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLineIsBack } from "@/components/contribute/use-line-is-back";
import { Notice } from "@/components/ui/notice";
import { type OfflineForm, readOfflineForms } from "./offline-forms";

/** Whoever asked for a form that is not kept came here without a line: which one it was, and which ones there are. */
export function MissingForm({ names }: { names: Readonly<Record<string, string>> }) {
  const t = useTranslations("outbox.forms");
  const [missing, setMissing] = useState<{ kind: string | null; kept: OfflineForm[] } | null>(null);
  const lineIsBack = useLineIsBack(missing);
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search);
    if (!asked.has("missing")) return;
    const kind = asked.get("missing");
    readOfflineForms().then(
      (kept) => setMissing({ kind, kept }),
      () => setMissing({ kind, kept: [] }),
    );
  }, []);
  if (missing === null || lineIsBack) return null;
  const name = names[missing.kind ?? ""];
  return (
    <Notice tone="problem">
      <p className="font-semibold">{name ? t("missing", { form: name }) : t("missingOne")}</p>
      {missing.kept.length > 0 ? <p>{t("there")}</p> : null}
      <ul className="list-disc ps-5">
        {missing.kept.map(({ address, title }) => (
          <li key={address}>
            <a href={address} className="inline-block py-1">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
