import { expect, test } from "vitest";
import { changed, itemOf, packItem, readItem } from "./item";

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

test.each([
  [{ recordKind: "action" }, "action"],
  [{ kind: "retraction" }, "retraction"],
  // The kind of a form, not that of a source in it.
  [{ recordKind: "event", "sources.0.kind": "press" }, "event"],
])("the kind is what the form says: %o", (fields, kind) => {
  expect(itemOf({ ...about, form: formOf({ ...figure, ...fields }) })?.kind).toBe(kind);
});

test("the form of an entry that exists is not kept", () => {
  expect(itemOf({ ...about, form: formOf({ entryId: "e", seenVersion: "2" }) })).toBeNull();
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
  const item = itemOf({ ...about, form: formOf(figure) });
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
