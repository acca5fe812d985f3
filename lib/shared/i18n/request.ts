import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { LOCALES } from "./locales";
import { readMessages } from "./messages";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(LOCALES, requested) ? requested : "en";
  return { locale, messages: await readMessages(locale), timeZone: "UTC" };
});
