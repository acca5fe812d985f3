import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const ours = "https://turnout.example";

function sent(headers: Record<string, string>): boolean {
  return isSameOrigin(new Headers({ host: "turnout.example", ...headers }), ours);
}

test("our own pages may send", () => {
  expect(sent({ "sec-fetch-site": "same-origin", origin: ours })).toBe(true);
  expect(sent({ origin: ours })).toBe(true);
  expect(isSameOrigin(new Headers({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }), ours)).toBe(true);
});

test.each([
  { "sec-fetch-site": "cross-site", origin: ours },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
  { origin: `${ours}, https://evil.example` },
  { origin: "turnout.example" },
  { origin: "https://evil.example" },
  { origin: "null" },
  {},
])("others may not: %j", (headers) => {
  expect(sent(headers as Record<string, string>)).toBe(false);
});
