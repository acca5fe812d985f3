import type { Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { ReasonTemplate } from "../schema/reason-templates";

/** A ready reason in the language chosen, for whoever wrote none; nothing where none was chosen either. */
export async function readyReason(template: ReasonTemplate["key"] | "", language: Locale): Promise<string> {
  if (template === "") return "";
  const { weighing } = await readMessages(language);
  return weighing.templates[template].text;
}
