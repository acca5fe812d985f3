import { z } from "zod";
import { BULK_VERBS } from "@/lib/domain/bulk";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { entryIdSchema } from "../schema";
import { givenReason, UNFIT_REASON, usesFittingReason } from "./given-reason";
import { readQueueFilter } from "./queue-filter";

const locale = z
  .string()
  .refine(isLocale, "form_unknown")
  .transform((value) => value as Locale);

export const prepareBulkFormSchema = z
  .object({
    locale,
    verb: z.enum(BULK_VERBS, "unknown_choice"),
    ...givenReason,
    /** The query of the queue's address. */
    filter: z.string().max(1000).default(""),
    withHeld: z.literal("yes").optional(),
  })
  .refine(({ verb, reason, template }) => verb === "approve" || reason !== "" || template !== undefined, {
    message: "reason_required",
    path: ["reason"],
  })
  .refine(usesFittingReason, UNFIT_REASON)
  .transform(({ filter, withHeld, ...form }) => ({
    ...form,
    filter: readQueueFilter(Object.fromEntries(new URLSearchParams(filter))).filter,
    withHeld: withHeld === "yes",
  }));

export const bulkFormSchema = z.object({
  bulkId: entryIdSchema,
  /** `short` where the page reads by itself how far it is; a whole answer's time without scripts. */
  pace: z.enum(["short", "long"]).catch("long"),
});
