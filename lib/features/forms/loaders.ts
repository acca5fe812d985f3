import { redirect } from "next/navigation";
import { unsentForm } from "@/lib/server/sending";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { UnsentForm } from "@/lib/shared/unsent-form";

/** The form that could not be answered. Whoever asks for its page without one is led to the first page. */
export function loadUnsentForm(locale: Locale): UnsentForm {
  return unsentForm() ?? redirect(`/${locale}`);
}
