import { z } from "zod";
import { RECORD_LETTERS, type RecordKind } from "@/lib/domain/id";
import type { SearchParams } from "@/lib/shared/search-params";

/** What a moderator looks at: what waits, one half of it, or what was decided and handed back. */
export const QUEUE_STATES = [
  "waiting",
  "submitted",
  "approved_once",
  "changes_requested",
  "rejected",
  "unverifiable",
  "published",
  "withdrawn",
] as const;

/** A change of a record, or the kind of record that is proposed anew. */
export type QueueKind = "correction" | "retraction" | RecordKind;
export const QUEUE_KINDS: readonly QueueKind[] = [
  ...(["correction", "retraction"] as const),
  ...(Object.keys(RECORD_LETTERS) as RecordKind[]),
];

/** Days an entry has waited at least. */
export const QUEUE_AGES = [1, 3, 7, 30] as const;

const name = z.string().trim().min(1).max(100);

/** Every name of the address, each null where it says nothing or something that is no choice. */
const queueFilterSchema = z.object({
  state: z.enum(QUEUE_STATES).catch("waiting"),
  kind: z.enum(QUEUE_KINDS).nullable().catch(null),
  /** A wave's id. */
  wave: name.nullable().catch(null),
  /** A region's code. */
  region: name.nullable().catch(null),
  /** `high` needs two approvals. */
  impact: z.enum(["high", "ordinary"]).nullable().catch(null),
  days: z.coerce
    .number()
    .refine((days) => QUEUE_AGES.some((age) => age === days))
    .nullable()
    .catch(null),
  /** A pseudonym, in any spelling that counts as the same. */
  author: name.nullable().catch(null),
  /** A file of proposals by its id. */
  batch: z.uuid().nullable().catch(null),
});
export type QueueFilter = z.output<typeof queueFilterSchema>;
export const NO_QUEUE_FILTER: QueueFilter = queueFilterSchema.parse({});

/** The filter an address asks for, and its page; what is no choice is left out. */
export function readQueueFilter(asked: SearchParams): { filter: QueueFilter; page: number } {
  const only = Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [key, (Array.isArray(value) ? value[0] : value) || undefined]),
  );
  const page = Number.parseInt(only.page ?? "", 10);
  return { filter: queueFilterSchema.parse(only), page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
}

/** The filter as the query of an address, without what is so anyway; empty where it narrows nothing. */
export function queryOfQueue(filter: QueueFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value !== null && value !== NO_QUEUE_FILTER[key as keyof QueueFilter]) query.set(key, String(value));
  }
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** The selection of the queue that an address carries on, as its query. */
export function selectionOf(asked: SearchParams): string {
  return queryOfQueue(readQueueFilter(asked).filter);
}

/** The selection of the queue in a form, as the query of its address; what is no choice is left out. */
export const selectionSchema = z
  .string()
  .max(1000)
  .catch("")
  .transform((query) => selectionOf(Object.fromEntries(new URLSearchParams(query))));

/** Whether it looks for what moderators have still to decide about. */
export function isWaitingState({ state }: Pick<QueueFilter, "state">): boolean {
  return state === "waiting" || state === "submitted" || state === "approved_once";
}
