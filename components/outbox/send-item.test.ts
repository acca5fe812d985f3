import { afterEach, expect, test, vi } from "vitest";
import { SAVED } from "@/lib/domain/outbox";
import type { OutboxItem } from "@/lib/shared/outbox/item";
import { readAnswer, sendItem } from "./send-item";

const item: OutboxItem = {
  ...{ format: 1, key: "key", kind: "figure", title: "", locale: "en", account: "mark", writtenAt: 1, state: SAVED },
  fields: [
    ["submissionKey", "key"],
    ["number", "1 200"],
  ],
  images: [{ type: "image/jpeg", data: btoa("pixels") }],
};

afterEach(() => vi.unstubAllGlobals());

function answering(make: () => Response | Promise<Response>) {
  const asked = vi.fn((_address: string, _options: RequestInit) => make());
  vi.stubGlobal("fetch", asked);
  return asked;
}

test("the fields go as they were typed, with whose they are and the photographs", async () => {
  const asked = answering(() => Response.json({ outcome: "received", entryId: "e", as: "submitted" }));
  expect(await sendItem(item)).toEqual({ outcome: "received", entryId: "e", as: "submitted" });
  const [address, { body }] = asked.mock.calls[0] ?? ["", {}];
  const form = body as FormData;
  expect(address).toBe("/api/outbox");
  expect(["submissionKey", "number", "account"].map((name) => form.get(name))).toEqual(["key", "1 200", "mark"]);
  expect(await (form.get("evidence") as Blob).text()).toBe("pixels");
});

test.each([
  ["a page of the network itself", () => new Response("<p>Buy minutes</p>"), "no_line"],
  ["another address", () => new Response(null, { status: 404 }), "no_line"],
  ["a proxy without its server", () => new Response("Bad gateway", { status: 502 }), "server_away"],
  ["a line that is cut", () => Promise.reject(new TypeError("Failed to fetch")), "no_line"],
])("%s receives nothing", async (_, make, outcome) => {
  answering(make);
  expect(await sendItem(item)).toEqual({ outcome });
});

test("what is too large for the server is refused rather than sent for ever", async () => {
  answering(() => new Response("The request is too large.", { status: 413 }));
  expect(await sendItem(item)).toEqual({ outcome: "refused", because: "too_large", fields: {} });
});

test.each([null, "received", {}, { outcome: "received" }, { outcome: "received", entryId: "e", as: "eaten" }])(
  "%o is no answer",
  (given) => {
    expect(readAnswer(given)).toBeNull();
  },
);
