import { getLocale, getTranslations } from "next-intl/server";
import type { SignedInNews } from "@/lib/features/entries/view/signed-in";
import { SignedInBar } from "./signed-in-bar";

/** The way from the further pages of administrators back to the first of them, and to all others. */
export async function AdminBar({ news }: { news: SignedInNews | null }) {
  const locale = await getLocale();
  const t = await getTranslations("accounts.people");
  return (
    <>
      <SignedInBar news={news} />
      <p className="mb-4">
        <a href={`/${locale}/admin`}>{t("title")}</a>
      </p>
    </>
  );
}
