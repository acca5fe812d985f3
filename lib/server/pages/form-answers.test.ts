import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import { putEdition } from "@/lib/server/published/edition";
import { noteOutcome, unsentForm } from "@/lib/server/sending";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { type Answers, openFront } from "./test-front";

const holding = { record: syntheticRecord(), addresses: addressBook };

vi.mock("@/lib/server/logger", () => ({ log: () => undefined, errorFields: () => ({}) }));

const html = { "content-type": "text/html; charset=utf-8" };
const fields = [
  ["$ACTION_KEY", "k"],
  ["note", "one"],
  ["note", "two"],
];
let here: Awaited<ReturnType<typeof openFront>>;
let onForm: Answers[string];
let onUnsent: Answers[string];

const unsentAsJson: Answers[string] = (_, response) => response.writeHead(200, html).end(JSON.stringify(unsentForm()));
const fail: Answers[string] = (_, response) => response.writeHead(500, html).end("<p>a stack");

beforeEach(async () => {
  [onForm, onUnsent] = [fail, unsentAsJson];
  here = await openFront(holding, {
    "/kk/account": (request, response) => onForm?.(request, response),
    "/kk/unsent": (request, response) => onUnsent?.(request, response),
    "/kk/unavailable": (_, response) => response.writeHead(200, html).end("unavailable"),
  });
});
afterEach(() => here.close());

async function send(headers: Record<string, string> = {}, form = fields) {
  const data = new FormData();
  for (const [name = "", value = ""] of form) data.append(name, value);
  const packed = new Response(data);
  const body = Buffer.from(await packed.arrayBuffer());
  const own = { "content-type": packed.headers.get("content-type") ?? "", origin: "http://turnout.example" };
  const answer = await here.ask({ method: "POST", path: "/kk/account?a=1", headers: { ...own, ...headers }, body });
  return { ...answer, body: answer.body.toString() };
}

const unsent = (outcome: string) => ({ fields, hadPassphrase: false, hadFile: false, outcome });

test("a form whose page fails comes back as it was, kept by nobody, with the time to try again", async () => {
  const { status, headers, body } = await send();
  expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "10", "private, no-store"]);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(JSON.parse(body)).toEqual(unsent("broken"));
  expect(here.reached.map(({ method, url, headers: { cookie } }) => [method, url, cookie])).toEqual([
    ["POST", "/kk/account?a=1", undefined],
    ["GET", "/kk/unsent", undefined],
  ]);
});

test.each(["text/plain", "text/x-component"])("what Next could not read and says so in %s is refused", async (type) => {
  onForm = (_, response) => response.writeHead(500, { "content-type": type }).end("Internal Server Error");
  for (const headers of [{}, { "next-action": "abc" }, { "content-type": "multipart/form-data" }]) {
    const { status, body } = await send(headers);
    expect([status, body]).toEqual([400, "This form cannot be read.\n"]);
  }
});

test("it comes back too when there is no answer at all", async () => {
  onForm = () => {
    throw new Error("no answer");
  };
  expect(JSON.parse((await send()).body)).toEqual(unsent("broken"));
});

test("what the action said of it is told, else whether the database is away", async () => {
  for (const outcome of ["saved", "away"] as const) {
    onForm = async (request, response) => {
      for await (const _ of request);
      noteOutcome(outcome);
      fail(request, response);
    };
    expect(JSON.parse((await send()).body)).toEqual(unsent(outcome));
  }
  putEdition({ awaySince: Date.now() });
  onForm = fail;
  expect(JSON.parse((await send()).body)).toEqual(unsent("away"));
});

test("who is signed out by now gets everything back instead of being led away from it", async () => {
  onForm = async (request, response) => {
    for await (const _ of request);
    noteOutcome("signed_out");
    response.writeHead(307, { location: "/kk/sign-in" }).end();
  };
  const { status, headers, body } = await send();
  expect([status, headers.location, headers["retry-after"]]).toEqual([403, undefined, undefined]);
  expect(JSON.parse(body)).toEqual(unsent("signed_out"));
});

test("a form with a photograph that is too large comes back without it, to whoever carries a session", async () => {
  const data = new FormData();
  for (const [name = "", value = ""] of fields) data.append(name, value);
  data.append("photograph", new Blob([new Uint8Array(7 * 1024 * 1024)]), "large.jpg");
  const packed = new Response(data);
  const body = Buffer.from(await packed.arrayBuffer());
  const path = "/kk/contribute/new";
  const headers = { "content-type": packed.headers.get("content-type") ?? "", "content-length": String(body.length) };
  const asked = (own: Record<string, string>) =>
    here.ask({ method: "POST", path, headers: { ...headers, origin: "http://turnout.example", ...own }, body });
  const cookie = "next-auth.session-token=x";
  const answer = await asked({ cookie });
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.body.toString())).toEqual({ ...unsent("too_large"), hadFile: true });
  for (const own of [{}, { cookie, origin: "http://evil.example" }]) {
    expect((await asked(own)).body.toString()).toBe("The request is too large.\n");
  }
  expect(here.reached.map(({ url }) => url)).toEqual(["/kk/unsent"]);
});

test("an answer that is none of a failure goes out as it is", async () => {
  onForm = (_, response) => response.writeHead(303, { location: "/kk/account" }).end();
  const { status, headers } = await send();
  expect([status, headers.location, here.reached.length]).toEqual([303, "/kk/account", 1]);
});

test("with script the form keeps its values itself, and what another site sent never comes back", async () => {
  expect(await send({ "next-action": "abc" })).toMatchObject({ status: 503, body: "unavailable" });
  const before = here.reached.length;
  expect(await send({ origin: "http://evil.example" })).toMatchObject({ status: 403 });
  expect(here.reached.length).toBe(before);
  expect(here.reached.map(({ url }) => url)).not.toContain("/kk/unsent");
});

test("when not even that page can be made, the person is told so", async () => {
  onUnsent = fail;
  expect(await send()).toMatchObject({ status: 503, body: "unavailable" });
});

test("nobody finds a form of another, nor one that is past", async () => {
  expect(unsentForm()).toBeNull();
  const other = { ...(await here.ask({ path: "/kk/unsent" })) };
  await send();
  expect(other.body.toString()).not.toContain("one");
  const bodies = await Promise.all(["x", "y", "z"].map((value) => send({}, [["note", value]])));
  expect(bodies.map(({ body }) => JSON.parse(body).fields[0][1])).toEqual(["x", "y", "z"]);
});
