import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepForm, type ReadForm } from "./sent-form";
import { listenHere, type TestServer } from "./test-server";

const site = "http://turnout.example";
const own = { origin: site, host: "turnout.example" };
let server: TestServer;
let found: Awaited<ReturnType<ReadForm>> | "not kept" | undefined;
/** What happens to the body between keeping and reading. */
let between: (request: AsyncIterable<Buffer>) => Promise<void>;

const drain = async (request: AsyncIterable<Buffer>) => {
  for await (const _ of request);
};

beforeEach(async () => {
  [found, between] = [undefined, drain];
  server = await listenHere(async (request, response) => {
    const read = keepForm(request, site);
    await between(request);
    found = read === null ? "not kept" : await read();
    response.end();
  });
});
afterEach(() => server.close());

async function send(form: FormData, headers: Record<string, string> = {}): Promise<typeof found> {
  const packed = new Response(form);
  const body = Buffer.from(await packed.arrayBuffer());
  const type = packed.headers.get("content-type") ?? "";
  await server.ask({ method: "POST", headers: { "content-type": type, ...own, ...headers }, body });
  return found;
}

function form(...fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const typed: [string, string][] = [
  ["$ACTION_1:0", '{"id":"x"}'],
  ["words", 'Шахтеры & "стоят"\r\n<b>'],
  ["source", "b"],
  ["source", "a"],
  ["empty", ""],
];

test("everything is kept in order, names that repeat and React's own too", async () => {
  expect(await send(form(...typed))).toEqual({ fields: typed, hadPassphrase: false, hadFile: false });
});

test("a passphrase, typed or proposed, and a file are never among it; that they came is", async () => {
  const secrets: [string, string][] = [
    ["passphrase", "one"],
    ["currentPassphrase", "two"],
    ["suggestion", "three"],
  ];
  const all = await send(form(["handle", "Dana"], ...secrets, ["file", new Blob(["four"])]));
  expect(all).toEqual({ fields: [["handle", "Dana"]], hadPassphrase: true, hadFile: true });
  expect(await send(form(["file", new Blob([])]))).toMatchObject({ hadFile: false });
});

test("a code of the second step is not sent again: the form asks for the next one", async () => {
  const sent = await send(form(["verb", "approve"], ["secondStepCode", "123456"]));
  expect(sent).toEqual({ fields: [["verb", "approve"]], hadPassphrase: false, hadFile: false });
});

test("it is whole although whoever should have read it did not", async () => {
  between = async () => undefined;
  const long = "x".repeat(400_000);
  expect(await send(form(["note", long]))).toMatchObject({ fields: [["note", long]] });
});

test("what no form of ours sent is not kept", async () => {
  expect(await send(form(["a", "1"]), { "next-action": "abc" })).toBe("not kept");
  expect(await send(form(["a", "1"]), { "content-type": "application/x-www-form-urlencoded" })).toBe("not kept");
  expect(await send(form(["a", "1"]), { origin: "http://evil.example" })).toBe("not kept");
  expect(await send(form(["a", "1"]), { "sec-fetch-site": "cross-site" })).toBe("not kept");
  expect(await send(form(["a", "1"]), { "sec-fetch-site": "same-origin" })).toMatchObject({ fields: [["a", "1"]] });
});

test("a body that is no form, or breaks off, is none", async () => {
  expect(await send(form(["a", "1"]), { "content-type": "multipart/form-data; boundary=other" })).toBeNull();
  between = async () => undefined;
  const head = `POST / HTTP/1.1\r\nHost: turnout.example\r\nOrigin: ${site}\r\nContent-Length: 900\r\n`;
  const socket = connect(server.port, "127.0.0.1", () => {
    socket.end(`${head}Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n`);
  });
  found = undefined;
  await expect.poll(() => found).toBeNull();
});
