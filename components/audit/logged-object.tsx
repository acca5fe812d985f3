import { getLocale, getTranslations } from "next-intl/server";
import type { AuditRow } from "@/lib/features/audit/view";
import { plainText } from "@/lib/shared/i18n/local-text";

type Props = { row: AuditRow; kind: string; titles: ReadonlyMap<string, string> };

/** What a line is about, by its name and with the way to it; and the way to all that was done to it. */
export async function LoggedObject({ row: { object, objectId }, kind, titles }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("moderate-desk.log");
  const { name, entryId, path } = object ?? {};
  const title = entryId === undefined ? null : (titles.get(entryId) ?? null);
  const named = title ?? (typeof name === "object" ? plainText(name, locale) : name) ?? "";
  const label = named === "" ? kind : `${kind}: ${named}`;
  return (
    <>
      {path === undefined ? (
        label
      ) : (
        <a href={`/${locale}${path}`} className="inline-block py-0.5">
          {label}
        </a>
      )}
      <a
        href={`/${locale}/moderate/log?on=${encodeURIComponent(objectId)}`}
        className="block w-fit py-0.5 text-sm text-ink-2"
      >
        {t("only")}
        <span className="sr-only">: {label}</span>
      </a>
    </>
  );
}
