import type { IncomingMessage } from "node:http";
import { finished } from "node:stream/promises";
import { isSameOrigin } from "@/lib/server/same-origin";
import type { UnsentForm } from "@/lib/shared/unsent-form";

type SentForm = Omit<UnsentForm, "outcome">;
/** Null when what came is no form. */
export type ReadForm = () => Promise<SentForm | null>;

/** Stands once and for half a minute: it is typed anew when the form is sent again. */
const passing = "secondStepCode";
/** The join form sends the passphrase it proposes beside the one that is typed. */
const secret = /passphrase|^suggestion$/i;

/**
 * Keeps the body of a form sent without script as it passes on to Next; what is returned reads it. To be called before
 * anything waits. Null for what no page of ours sent: its fields must never come back as if we had written them.
 */
export function keepForm(request: IncomingMessage, publicUrl: string): ReadForm | null {
  const { headers } = request;
  const type = headers["content-type"] ?? "";
  if (headers["next-action"] !== undefined || !/^multipart\/form-data;/i.test(type)) return null;
  const asked = { get: (name: string) => headers[name]?.toString() ?? null };
  if (!isSameOrigin(asked, publicUrl)) return null;
  const pieces: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (chunk) pieces.push(chunk);
    return push(chunk, encoding);
  };
  return async () => {
    try {
      await wholeOf(request);
      return readForm(await parse(Buffer.concat(pieces), type));
    } catch {
      return null;
    }
  };
}

/** Who fails early may have left the rest of the body on its way. */
async function wholeOf(request: IncomingMessage): Promise<void> {
  if (request.complete) return;
  request.resume();
  await finished(request, { writable: false });
}

function parse(body: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  return new Response(body, { headers: { "Content-Type": type } }).formData();
}

function readForm(sent: FormData): SentForm {
  const all = [...sent];
  const fields = all.filter((field): field is [string, string] => typeof field[1] === "string");
  return {
    fields: fields.filter(([name]) => !secret.test(name) && name !== passing),
    hadPassphrase: fields.some(([name]) => secret.test(name)),
    hadFile: all.some(([, value]) => typeof value !== "string" && value.size > 0),
  };
}
