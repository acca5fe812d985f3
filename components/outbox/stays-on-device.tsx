import { getLocale, getTranslations } from "next-intl/server";

/** Signing out or deleting an account leaves what an outbox put on the device, which the server cannot know. */
export async function StaysOnDevice() {
  const t = await getTranslations("outbox.forget");
  return (
    <>
      {t("stays")} <a href={`/${await getLocale()}/contribute/outbox#forget`}>{t("title")}</a>
    </>
  );
}
