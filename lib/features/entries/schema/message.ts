import { z } from "zod";
import { entryIdSchema, submissionKeySchema } from "../schema";
import { MESSAGE_LENGTH } from "./choices";

/** Without an answer in between; then it is the other's turn. */
export const MESSAGES_IN_A_ROW = 10;

// Signs that change how other text is shown (direction, zero width) are left out: plain text stays what it looks like.
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;

export const messageFormSchema = z.object({
  entryId: entryIdSchema,
  messageKey: submissionKeySchema,
  text: z
    .string()
    .transform((typed) => typed.replace(/\r\n?/g, "\n").replace(UNSEEN, "").trim())
    .pipe(z.string().min(1, "message_missing").max(MESSAGE_LENGTH, "too_long")),
  intent: z.enum(["send", "hand_back"]).catch("send"),
});

export const eraseMessageSchema = z.object({ messageId: z.coerce.number().int().positive() });
export const holdFormSchema = z.object({ entryId: entryIdSchema });
