import { IncomingMessage, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import { pipeline, Readable } from "node:stream";
import { expect, test } from "vitest";
import { hold } from "./held-response";

const held = (handler: (response: ServerResponse) => unknown) =>
  hold(async (_, response) => void (await handler(response)), new IncomingMessage(new Socket()));

test("status, headers and body are kept as they were written", async () => {
  const { status, headers, body } = await held((response) => {
    response.setHeader("X-Before", "1");
    response.writeHead(404, { "Content-Type": "text/plain", "X-Number": 7, "X-Many": ["a", "b"] });
    response.write("one ");
    response.end("two");
  });
  expect([status, body.toString()]).toEqual([404, "one two"]);
  expect(Object.fromEntries(headers)).toEqual({
    "x-before": "1",
    "content-type": "text/plain",
    "x-number": "7",
    "x-many": ["a", "b"],
  });
});

test("the status may come with a phrase, without headers, or not at all", async () => {
  expect((await held((response) => response.writeHead(204, "Nothing").end())).status).toBe(204);
  const withPhrase = await held((response) => response.writeHead(307, "Elsewhere", { location: "/en" }).end());
  expect([withPhrase.status, withPhrase.headers.get("location")]).toEqual([307, "/en"]);
  expect((await held((response) => response.end())).status).toBe(200);
});

// Once the last of two headers of one name took the place of the first: of two cookies one was lost.
test("headers in a flat list replace those set before and keep each of a name", async () => {
  const { headers } = await held((response) => {
    response.setHeader("X-Old", "old");
    response.writeHead(200, ["X-Old", "new", "Set-Cookie", "a=1", "Set-Cookie", "b=2"]).end();
  });
  expect(headers.get("x-old")).toBe("new");
  expect(headers.get("set-cookie")).toEqual(["a=1", "b=2"]);
});

test("text is read in the encoding it is said to be in", async () => {
  const { body } = await held((response) => {
    response.write("0416", "hex");
    response.write("0JY=", "base64", () => undefined);
    response.end("Ж", "utf8");
  });
  expect(body).toEqual(Buffer.concat([Buffer.from([0x04, 0x16]), Buffer.from("ЖЖ")]));
});

test("bytes are copied, because their owner may use the space again", async () => {
  const { body } = await held((response) => {
    const bytes = new Uint8Array([1, 2, 3]);
    response.write(bytes);
    bytes.fill(9);
    response.end();
  });
  expect([...body]).toEqual([1, 2, 3]);
});

test("every callback is called, after the call that took it", async () => {
  const order: string[] = [];
  await held(async (response) => {
    await new Promise<void>((resolve) => {
      response.write("a", () => {
        order.push("written");
        resolve();
      });
      order.push("write returned");
    });
    await new Promise<void>((resolve) => response.end(() => resolve()));
    order.push("ended");
  });
  expect(order).toEqual(["write returned", "written"]);
});

test("nobody is told to wait, however much is written", async () => {
  const { body } = await held((response) => {
    for (let at = 0; at < 100; at += 1) expect(response.write(Buffer.alloc(100_000))).toBe(true);
    response.end();
  });
  expect(body).toHaveLength(10_000_000);
});

test("a stream that is piped in arrives whole and ends the answer", async () => {
  const parts = Array.from({ length: 500 }, (_, at) => `part ${at}\n`);
  const { body } = await held((response) => pipeline(Readable.from(parts), response, () => undefined));
  expect(body.toString()).toBe(parts.join(""));
});

test("whoever listens hears of the end once, and sees that it was reached", async () => {
  const heard: string[] = [];
  const { body } = await held((response) => {
    for (const name of ["finish", "close"]) response.on(name, () => heard.push(`${name} ${response.writableFinished}`));
    response.end("first");
    response.end("second");
    expect([response.writableEnded, response.writableFinished]).toEqual([true, true]);
  });
  expect(body.toString()).toBe("first");
  expect(heard).toEqual(["finish true", "close true"]);
});

test("the answer is there when it is whole, not when the handler returns", async () => {
  const { body } = await held((response) => {
    setImmediate(() => response.end("later"));
  });
  expect(body.toString()).toBe("later");
});

test("a handler that rejects without an answer rejects; after a whole answer it does not matter", async () => {
  await expect(held(() => Promise.reject(new Error("no page")))).rejects.toThrow("no page");
  const { body } = await held((response) => {
    response.end("whole");
    throw new Error("too late");
  });
  expect(body.toString()).toBe("whole");
});

// Once an answer given up in the middle was waited for without end, and held one of the two places to make pages.
test("an answer given up in the middle is no answer", async () => {
  const cut = held((response) => {
    response.write("<html>half");
    response.destroy(new Error("cut"));
  });
  await expect(cut).rejects.toThrow("cut");
});
