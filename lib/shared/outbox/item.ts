import { type OutboxState, SAVED } from "@/lib/domain/outbox";
import type { Bytes } from "./base64";

/** A photograph as it will be sent: made small and without what the camera noted; base64, since it is kept as text. */
export type KeptImage = { type: string; data: string };

/** One filled form of whatever kind, as it is kept on a device and in a file. */
export type OutboxItem = {
  format: typeof FORMAT;
  /** The submission key: under it the server makes one entry, however often it is sent. */
  key: string;
  /** The kind of the form, as the form itself says it. */
  kind: string;
  /** What the page of the form was called. */
  title: string;
  locale: string;
  /** Whose it is, as a mark that only the server can tie to an account. */
  account: string;
  /** What was typed and chosen, by the names of the form of that day. */
  fields: (readonly [name: string, value: string])[];
  /** What the options chosen were called in the form; what was kept by earlier versions has none. */
  shown?: ShownValue[];
  images: KeptImage[];
  writtenAt: number;
  state: OutboxState;
};

export type ShownValue = readonly [name: string, value: string, label: string];

/** Raise it when an older app could no longer read what is written, and teach `readItem` the older ones. */
const FORMAT = 1;

/** What React and the form carry for themselves; the dates it thought possible are old by the time it is sent. */
const notKept = /^\$ACTION|^(?:intent|possibleFrom|possibleUntil)$/;

type Written = Pick<OutboxItem, "title" | "account" | "images" | "writtenAt" | "shown"> & { form: FormData };

/** What stands in a form now; null where the form makes no new entry. */
export function itemOf({ form, ...about }: Written): OutboxItem | null {
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  const kept = fields.filter(([name]) => !notKept.test(name));
  const one = (name: string) => kept.find(([each]) => each === name)?.[1];
  const key = one("submissionKey");
  if (!key) return null;
  const kind = one("recordKind") ?? one("kind") ?? "figure";
  return { format: FORMAT, key, kind, locale: one("locale") ?? "en", fields: kept, state: SAVED, ...about };
}

export function packItem(item: OutboxItem): Bytes {
  return new TextEncoder().encode(JSON.stringify(item));
}

/** Why something kept cannot be read: by a later version of the app, or it is damaged. */
export type Unreadable = "newer" | "damaged";

/** What was packed, by this version of the app or an earlier one. */
export function readItem(packed: Bytes): OutboxItem | Unreadable {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(packed));
  } catch {
    return "damaged";
  }
  if (typeof given !== "object" || given === null) return "damaged";
  const { format } = given as { format?: unknown };
  if (typeof format === "number" && format > FORMAT) return "newer";
  return format === FORMAT && isItem(given) ? given : "damaged";
}

function isItem(given: object): given is OutboxItem {
  const { key, kind, title, locale, account, fields, images, writtenAt, state } = given as Record<string, unknown>;
  const { shown = [] } = given as { shown?: unknown };
  const areTexts = [key, kind, title, locale, account].every((one) => typeof one === "string");
  const isRow = (one: unknown, length: number) =>
    Array.isArray(one) && one.length === length && one.every((text) => typeof text === "string");
  const isImage = (one: Partial<KeptImage> | null) => typeof one?.type === "string" && typeof one.data === "string";
  const arePairs = Array.isArray(fields) && fields.every((one) => isRow(one, 2));
  const areShown = Array.isArray(shown) && shown.every((one) => isRow(one, 3));
  const areImages = Array.isArray(images) && images.every(isImage);
  const { is } = (state ?? {}) as { is?: unknown };
  return areTexts && arePairs && areShown && areImages && typeof writtenAt === "number" && typeof is === "string";
}

/** What its author wants to say in a field instead; null for nothing. */
export type Changes = ReadonlyMap<string, string | null>;

/** The same with other values in some fields, as written now; a field that was not there comes to the end. */
export function changed(item: OutboxItem, changes: Changes, writtenAt: number): OutboxItem {
  const there = new Set(item.fields.map(([name]) => name));
  const all = [...item.fields, ...[...changes].filter(([name]) => !there.has(name))];
  const fields = all.flatMap(([name, value]) => {
    const said = changes.has(name) ? changes.get(name) : value;
    return typeof said === "string" ? [[name, said] as const] : [];
  });
  return { ...item, writtenAt, fields };
}

/** What is left of it once it was received: that it was, and nothing of what it said. */
export function emptied(item: OutboxItem): OutboxItem {
  return { ...item, fields: [], shown: [], images: [] };
}
