import { z } from "zod";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { reasonSchema } from "../schema";
import { REASON_TEMPLATES } from "./reason-templates";

/** How the reason of a decision is given, about one entry or many. */
export const givenReason = {
  reason: reasonSchema.default(""),
  /** The language it is written in; else that of the page. */
  reasonLanguage: z.enum(LOCALES).optional().catch(undefined),
  /** A ready reason, used as it stands where none is written. */
  template: z
    .enum(REASON_TEMPLATES.map(({ key }) => key))
    .optional()
    .catch(undefined),
};
