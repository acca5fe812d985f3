import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";
import type { ViewWords } from "./view-context";

/**
 * The words of charts from a catalogue. The keys of a view are put together from the domain's words, so they are plain
 * strings here; `onMissing` lets a test fail on a key that no message has.
 */
export function viewWords(
  locale: Locale,
  messages: Pick<Messages, "charts" | "site">,
  onMissing?: (problem: Error) => void,
): ViewWords {
  const options = { locale, messages, timeZone: "UTC", ...(onMissing ? { onError: onMissing } : {}) };
  const translate = createTranslator(options) as unknown as ViewWords["chart"];
  return {
    locale,
    chart: (key, values) => translate(`charts.${key}`, values),
    moment: (key, values) => translate(`site.moment.${key}`, values),
    quantity: (key, values) => translate(`site.quantity.${key}`, values),
  };
}
