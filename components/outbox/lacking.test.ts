import { expect, test } from "vitest";
import { neededFields } from "@/lib/features/entries/view/needed-fields";
import { lackingIn } from "./lacking";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
const figure = neededFields("figure");
const whole = {
  ...{ workforceId: "KZ22-W11", actionId: "KZ22-A18", date: "2022-01-05", mode: "number", number: "12" },
  ...{ claimant: "union", "sources.0.existing": "KZ22-S4" },
};

test("a form in which everything needed stands lacks nothing, and each thing taken out is named", () => {
  expect(lackingIn(formOf(whole), figure)).toEqual([]);
  for (const name of ["actionId", "date", "number", "claimant"])
    expect(lackingIn(formOf({ ...whole, [name]: " " }), figure)).toEqual([name]);
});

test("what is asked for follows the answer, and one of two fields can be enough", () => {
  expect(lackingIn(formOf({ ...whole, mode: "range" }), figure)).toEqual(["lower"]);
  expect(lackingIn(formOf({ ...whole, mode: "range", upper: "12" }), figure)).toEqual([]);
  expect(lackingIn(formOf({ ...whole, mode: "no_number" }), figure)).toEqual(["unknownReason"]);
  const unsourced = { ...whole, "sources.0.existing": "" };
  expect(lackingIn(formOf(unsourced), figure)).toEqual(["sources.0.url"]);
  const described = { ...unsourced, "sources.0.url": "https://news.example.kz/1" };
  expect(lackingIn(formOf(described), figure)).toEqual(["sources.0.title", "sources.0.language"]);
});

test("of an empty form of an action whoever took part may be named in either way", () => {
  const action = neededFields("action");
  expect(lackingIn(formOf({}), action)).toContain("workforceId");
  expect(lackingIn(formOf({ participants: "dockers" }), action)).not.toContain("workforceId");
});
