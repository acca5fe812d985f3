import { ask, keepCookies, ownOrigin, type Told, type Visitor } from "./asking";
import { builtAction } from "./build";

export type Fields = Readonly<Record<string, string | readonly string[] | Blob>>;

/** What an action answered: the state its form is shown, or where it led. */
export type Outcome = Told & { state: ActionSaid | null; led: string | null };
type ActionSaid = {
  ok: boolean;
  formError?: string | null;
  fieldErrors?: Record<string, string>;
  /** A decision that was not taken is answered with why. */
  refusal?: { refused: string };
};

/** How a form travels: by script, with the action in a header, or as a browser without script sends it. */
export type Way = "script" | "form";

export type Sending = { way?: Way; headers?: Record<string, string>; method?: string; path?: string; id?: string };

/** Sends a form of the product as one of its own pages would, unless told otherwise, and keeps the cookies it sets. */
export async function act(visitor: Visitor, action: string, fields: Fields, sending: Sending = {}): Promise<Outcome> {
  const { way = "script", method = "POST" } = sending;
  const { pages, id: builtId } = builtAction(action);
  const path = sending.path ?? pages[0] ?? "/en";
  const id = sending.id ?? builtId;
  const { body, type } = await multipart(way === "script" ? scriptForm(fields) : plainForm(id, fields));
  const byScript = { "next-action": id, accept: "text/x-component" };
  const headers = { ...(sending.headers ?? ownOrigin), "content-type": type, ...(way === "script" ? byScript : {}) };
  const told = await ask(visitor, path, { method, headers, body });
  if (sending.headers === undefined) keepCookies(visitor, told);
  return { ...told, state: stateIn(told), led: ledTo(told) };
}

function eachField(fields: Fields, append: (name: string, value: string | Blob) => void): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string" || value instanceof Blob) append(name, value);
    else for (const one of value) append(name, one);
  }
}

/** As React writes the two arguments of an action, a state of null and a form: the form first, what leads to it last. */
function scriptForm(fields: Fields): FormData {
  const form = new FormData();
  eachField(fields, (name, value) => form.append(`_1_${name}`, value));
  form.append("0", '[null,"$K1"]');
  return form;
}

/** As React writes a form into a page, for browsers that run no script. */
function plainForm(id: string, fields: Fields): FormData {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  form.append("$ACTION_1:1", "[null]");
  form.append("$ACTION_KEY", "k00000000000000000000000000000000");
  eachField(fields, (name, value) => form.append(name, value));
  return form;
}

export async function multipart(form: FormData): Promise<{ body: Buffer; type: string }> {
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  return { body: Buffer.from(await encoded.arrayBuffer()), type };
}

function ledTo({ headers }: Told): string | null {
  const said = headers["x-action-redirect"] ?? headers.location;
  return said === undefined ? null : String(said).replace(/;(?:push|replace)$/, "");
}

/** The row of React's answer in which the state of the form stands. */
function stateIn({ headers, text }: Told): ActionSaid | null {
  if (!String(headers["content-type"]).startsWith("text/x-component")) return null;
  const row = /^1:(\{.*\})$/m.exec(text)?.[1];
  return row === undefined ? null : (JSON.parse(row) as ActionSaid);
}
