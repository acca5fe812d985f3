import { z } from "zod";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { reasonSchema } from "../schema";
import { type DecisionMade, fitsDecision, REASON_TEMPLATES, type ReasonTemplate } from "./reason-templates";

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

type Given = DecisionMade & { reason: string; template?: ReasonTemplate["key"] | undefined };

/** The words of a ready reason are published: where none are written, the one chosen must be for what is decided. */
export function usesFittingReason({ reason, template, ...made }: Given): boolean {
  return reason !== "" || template === undefined || fitsDecision(template, made);
}
export const UNFIT_REASON = { message: "template_unfit", path: ["template"] };
