import { type OutboxState, SAVED } from "@/lib/domain/outbox";
import type { Bytes } from "./base64";

/** A photograph as it will be sent: made small and without what the camera noted; base64, since it is kept as text. */
export type KeptImage = { type: string; data: string };

/** One filled form of whatever kind, as it is kept on a device and in a file. */
export type OutboxItem = {
  format: typeof FORMAT;
  /**
   * Under it the server makes one entry, however often it is sent: the submission key of a new one, that of a message, or
   * an entry with the version that was changed.
   */
  key: string;
  /** The kind of the form, as the form itself says it. */
  kind: string;
  /** What the page of the form was called. */
  title: string;
  /** Where the form stands, for it to be opened again; what was kept by earlier versions does not say. */
  address?: string;
  locale: string;
  /** Whose it is, as a mark that only the server can tie to an account. */
  account: string;
  /** What was typed and chosen, by the names of the form of that day. */
  fields: (readonly [name: string, value: string])[];
  /** What the options chosen were called in the form; what was kept by earlier versions has none. */
  shown?: ShownValue[];
  /** The dates its form said are possible, for the answer to be the same here; what was kept by earlier versions has none. */
  limits?: Limit[];
  images: KeptImage[];
  writtenAt: number;
  state: OutboxState;
};

export type ShownValue = readonly [name: string, value: string, label: string];
export type Limit = readonly [name: string, value: string];

/** Raise it when an older app could no longer read what is written, and teach `readItem` the older ones. */
const FORMAT = 1;

/** What React and the form carry for themselves; the dates it thought possible are old by the time it is sent. */
const notKept = /^\$ACTION|^(?:intent|possibleFrom|possibleUntil)$/;
const isLimit = /^possible(?:From|Until)$/;

type Written = Pick<OutboxItem, "title" | "address" | "account" | "images" | "writtenAt" | "shown"> & {
  form: FormData;
};

/** What stands in a form now; null where the form neither makes an entry nor is of one. */
export function itemOf({ form, ...about }: Written): OutboxItem | null {
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  const kept = fields.filter(([name]) => !notKept.test(name));
  const one = (name: string) => kept.find(([each]) => each === name)?.[1];
  const key = one("submissionKey") ?? one("messageKey") ?? changeOf(one("entryId"), one("seenVersion"));
  if (!key) return null;
  const kind = one("recordKind") ?? one("kind") ?? "figure";
  const limits = fields.filter(([name]) => isLimit.test(name));
  return { format: FORMAT, key, kind, locale: one("locale") ?? "en", fields: kept, limits, state: SAVED, ...about };
}

/** What stands in it as its form would send it, with the dates that form said are possible. */
export function formOfItem({ fields, limits = [] }: Pick<OutboxItem, "fields" | "limits">): FormData {
  const form = new FormData();
  for (const [name, value] of [...fields, ...limits]) form.append(name, value);
  return form;
}

function changeOf(entryId: string | undefined, seenVersion: string | undefined): string | undefined {
  return entryId && seenVersion ? `${entryId}.${seenVersion}` : undefined;
}

/** The pages that have forms for an outbox, and no other: what a file says is not trusted further. */
const FORM_PAGE = /^\/(?:en|kk|ru|tr)\/contribute\/(?:new\?[\w=&%.-]*|[\da-f-]{36}(?:\?[\w=&%.-]*)?)$/;

/** Where something can be opened again in its form; null where that is not known, or the form of today has no place for it. */
export function formPageOf({ address, key, state }: Pick<OutboxItem, "address" | "key" | "state">): string | null {
  const isOpen = state.is === "saved" || (state.is === "refused" && !NO_FORM.has(state.because));
  return isOpen && address !== undefined && FORM_PAGE.test(address) ? `${address}#kept=${key}` : null;
}

/** Whether it is an answer in the conversation about an entry, and no entry or change of one. */
export function isMessage({ fields }: Pick<OutboxItem, "fields">): boolean {
  return fields.some(([name]) => name === "messageKey");
}

const NO_FORM = new Set(["form_changed", "form_gone", "other_account", "sent_otherwise"]);

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
  const { shown = [], limits = [], address = "" } = given as { shown?: unknown; limits?: unknown; address?: unknown };
  const areTexts = [key, kind, title, locale, account, address].every((one) => typeof one === "string");
  const isRow = (one: unknown, length: number) =>
    Array.isArray(one) && one.length === length && one.every((text) => typeof text === "string");
  const isImage = (one: Partial<KeptImage> | null) => typeof one?.type === "string" && typeof one.data === "string";
  const arePairs = [fields, limits].every((list) => Array.isArray(list) && list.every((one) => isRow(one, 2)));
  const areShown = Array.isArray(shown) && shown.every((one) => isRow(one, 3));
  const areImages = Array.isArray(images) && images.every(isImage);
  const { is } = (state ?? {}) as { is?: unknown };
  return areTexts && arePairs && areShown && areImages && typeof writtenAt === "number" && typeof is === "string";
}

/** What its author wants to say in a field instead; null for nothing. */
export type Changes = ReadonlyMap<string, string | null>;

/**
 * The same with other values in some fields, as written now; a field that was not there comes to the end. It is a later
 * sending than the one before, and without `evidence` it has no photographs.
 */
export function changed(item: OutboxItem, changes: Changes, writtenAt: number): OutboxItem {
  const there = new Set(item.fields.map(([name]) => name));
  const all = [...item.fields, ...[...changes].filter(([name]) => !there.has(name))];
  const fields = all.flatMap(([name, value]) => {
    const said = changes.has(name) ? changes.get(name) : name === "sending" ? String(Number(value) + 1) : value;
    return typeof said === "string" ? [[name, said] as const] : [];
  });
  return { ...item, writtenAt, fields, images: changes.has("evidence") ? [] : item.images };
}

/** The same as an entry of its own, as written now. */
export function underKey(item: OutboxItem, key: string, writtenAt: number): OutboxItem {
  const fields = item.fields.map(([name, value]) => [name, name === "submissionKey" ? key : value] as const);
  return { ...item, key, writtenAt, fields };
}

/** What is left of it once it was received: that it was, and nothing of what it said. */
export function emptied(item: OutboxItem): OutboxItem {
  return { ...item, fields: [], shown: [], limits: [], images: [] };
}
