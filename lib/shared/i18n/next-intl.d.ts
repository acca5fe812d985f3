import type { Locale as OurLocale } from "./locales";
import type { Messages as OurMessages } from "./messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: OurLocale;
    Messages: OurMessages;
  }
}
