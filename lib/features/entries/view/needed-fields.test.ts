import { expect, test } from "vitest";
import { NEW_RECORD_INPUTS, NEW_RECORD_KINDS } from "../schema/kinds";
import { neededFields } from "./needed-fields";

test("every kind needs a source, and asks for no field that its form does not have", () => {
  for (const kind of NEW_RECORD_KINDS) {
    const { always, byMode } = neededFields(kind);
    expect(always, kind).toContain("sources.0.url");
    const own = [...always, ...Object.values(byMode).flat()].filter((name) => !name.startsWith("sources."));
    for (const name of own) expect(Object.keys(NEW_RECORD_INPUTS[kind].shape), kind).toContain(name);
  }
});

test("what a source says is asked for in the field of its answer", () => {
  expect(neededFields("workforce_size").byMode).toMatchObject({ number: ["number"], no_number: ["unknownReason"] });
  expect(neededFields("event").byMode).toEqual({});
});
