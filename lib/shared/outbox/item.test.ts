import { expect, test } from "vitest";
import { SAVED } from "@/lib/domain/outbox";
import { changed, emptied, formOfItem, formPageOf, itemOf, packItem, readItem, underKey } from "./item";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
const about = { title: "Log a figure", account: "mark", images: [], writtenAt: 7 };
const figure = { submissionKey: "a-key-of-a-form", locale: "kk", date: "2022-01-05", number: "1 200" };

test("a form is kept by its names, without what is not its author's", () => {
  const form = formOf({
    ...figure,
    $ACTION_REF_1: "x",
    possibleUntil: "2022-02-01",
    possibleFrom: "a",
    intent: "save",
  });
  form.append("evidence", new File(["x"], "IMG_2022.jpg"));
  const item = itemOf({ ...about, form });
  expect(item).toMatchObject({ key: "a-key-of-a-form", kind: "figure", locale: "kk", state: { is: "saved" } });
  expect(item?.fields).toEqual(Object.entries(figure));
});

test("the dates its form said are possible are kept beside what is sent, and go with what was received", () => {
  const limits = { possibleFrom: "2021-12-02", possibleUntil: "2022-02-11" };
  const item = itemOf({ ...about, form: formOf({ ...figure, ...limits }) });
  if (item === null) throw new Error("It was not kept.");
  expect(Object.fromEntries(formOfItem(item))).toEqual({ ...figure, ...limits });
  expect([...formOfItem(emptied(item))]).toEqual([]);
  const { limits: _, ...older } = item;
  expect(readItem(packItem(older))).toEqual(older);
  expect(readItem(packItem({ ...item, limits: ["2021-12-02"] as never }))).toBe("damaged");
});

test.each([
  [{ recordKind: "action" }, "action"],
  [{ kind: "retraction" }, "retraction"],
  // The kind of a form, not that of a source in it.
  [{ recordKind: "event", "sources.0.kind": "press" }, "event"],
])("the kind is what the form says: %o", (fields, kind) => {
  expect(itemOf({ ...about, form: formOf({ ...figure, ...fields }) })?.kind).toBe(kind);
});

test("a change is known by its entry and the version that was changed, a message by its key, and a mere button by nothing", () => {
  const keyOf = (fields: Record<string, string>) => itemOf({ ...about, form: formOf(fields) })?.key;
  expect(keyOf({ entryId: "e", seenVersion: "2" })).toBe("e.2");
  expect(keyOf({ entryId: "e", messageKey: "m", text: "Yes." })).toBe("m");
  expect(keyOf({ entryId: "e" })).toBeUndefined();
});

test("only what is still to be sent leads to its form, and only to a page of forms", () => {
  const item = { key: "e.2", address: "/kk/contribute/new?kind=figure&workforce=KZ22-W11", state: SAVED };
  expect(formPageOf(item)).toBe("/kk/contribute/new?kind=figure&workforce=KZ22-W11#kept=e.2");
  expect(formPageOf({ ...item, state: { is: "refused", because: "check_fields", fields: {} } })).not.toBeNull();
  const anew = "/en/contribute/0b6f1f0e-2f4f-4d0a-9a55-0d4f4a1f2a10?anew=1";
  expect(formPageOf({ ...item, address: anew })).toBe(`${anew}#kept=e.2`);
  for (const state of [
    { is: "refused", because: "form_changed", fields: {} },
    { is: "received", entryId: "e", as: "submitted", at: 0 },
    { is: "sending", tries: 1 },
  ] as const)
    expect(formPageOf({ ...item, state })).toBeNull();
  for (const address of ["//elsewhere.example/kk/contribute/new?", "/kk/account", "javascript:alert(1)", undefined])
    expect(formPageOf({ ...item, ...(address === undefined ? { address: "" } : { address }) })).toBeNull();
});

test("what was packed is read as it was; what a later version packed is left alone", () => {
  const item = itemOf({ ...about, images: [{ type: "image/jpeg", data: "AAAA" }], form: formOf(figure) });
  if (item === null) throw new Error("It was not kept.");
  expect(readItem(packItem(item))).toEqual(item);
  expect(readItem(packItem({ ...item, format: 2 as 1, fields: "changed" as never }))).toBe("newer");
});

test.each([
  ["not json", "{"],
  ["nothing", "null"],
  ["another shape", '{"format":1}'],
  [
    "fields that are none",
    JSON.stringify({ ...about, format: 1, key: "k", kind: "f", locale: "en", fields: [["a"]], state: { is: "saved" } }),
  ],
])("%s is damaged", (_, text) => {
  expect(readItem(new TextEncoder().encode(text))).toBe("damaged");
});

test("a changed field stays in its place, a new one comes to the end, one taken out is gone, the rest is as it was", () => {
  const images = [{ type: "image/jpeg", data: "AAAA" }];
  const item = itemOf({ ...about, images, form: formOf(figure) });
  if (item === null) throw new Error("It was not kept.");
  const changes = new Map([
    ...[["number", "12"] as const, ["note", "short"] as const],
    ...[["date", null] as const, ["never", null] as const],
  ]);
  const mended = changed(item, changes, 9);
  expect(mended).toEqual({
    ...item,
    writtenAt: 9,
    fields: [...Object.entries({ ...figure, number: "12" }).filter(([name]) => name !== "date"), ["note", "short"]],
  });
});

test("a change is a later sending than the one before; without evidence it has no photographs, whatever was typed of them", () => {
  const images = [{ type: "image/heic", data: "AAAA" }];
  const item = itemOf({ ...about, images, form: formOf({ ...figure, sending: "3", evidence: "a sheet of paper" }) });
  if (item === null) throw new Error("It was not kept.");
  const mended = changed(item, new Map([["evidence", null]]), 9);
  expect(mended.images).toEqual([]);
  expect(mended.fields).toEqual(Object.entries({ ...figure, sending: "4" }));
});

test("as an entry of its own it says all the same under another key, in its fields too", () => {
  const item = itemOf({ ...about, form: formOf(figure) });
  if (item === null) throw new Error("It was not kept.");
  expect(underKey(item, "another-key", 9)).toEqual({
    ...{ ...item, key: "another-key", writtenAt: 9 },
    fields: Object.entries({ ...figure, submissionKey: "another-key" }),
  });
});
