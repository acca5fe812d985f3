import { expect, test } from "vitest";
import { allowedFields, errorFields, type LogFields } from "./logger";

test("a field that is not on the list is dropped", () => {
  const fields = { event: "sign-in", status: 200, ip: "192.0.2.1", userAgent: "x", url: "/en/join/token" } as LogFields;
  expect(allowedFields(fields)).toEqual({ event: "sign-in", status: 200 });
});

test("an error is logged without its text", () => {
  const error = Object.assign(new Error("value 'secret words' is too long"), { code: "22001" });
  expect(errorFields(error)).toMatchObject({ errorName: "Error", errorCode: "22001" });
  expect(JSON.stringify(errorFields(error))).not.toContain("secret");
  expect(errorFields("thrown text")).toEqual({ errorName: "string" });
});
