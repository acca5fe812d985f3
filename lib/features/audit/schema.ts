import { z } from "zod";

const words = (longest: number) => z.string().trim().max(longest).catch("").default("");

/** What the log is narrowed to, from its address; what cannot be meant is left out and named. */
export const logFilterSchema = z.object({
  /** Who acted, by handle; `system` where nobody did. */
  who: words(100),
  /** What was done: `entry.approve`, or all of a kind as `entry`. */
  what: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .or(z.literal(""))
    .catch("")
    .default(""),
  /** On what: the id of an entry, a record, a wave, an account. */
  on: words(120),
  from: z.iso.date().or(z.literal("")).catch("").default(""),
  to: z.iso.date().or(z.literal("")).catch("").default(""),
  page: z.coerce.number().int().positive().max(1_000_000).catch(1).default(1),
});
export type LogFilter = z.output<typeof logFilterSchema>;
