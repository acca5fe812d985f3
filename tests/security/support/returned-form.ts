import { multipart } from "./acting";
import { ask, ownOrigin, type Told, type Visitor } from "./asking";
import { builtAction, pagesOf } from "./build";

/** A form as it stands in a page, with what React has written into it to know it again. */
export type FormOnPage = { at: string; own: readonly (readonly [name: string, value: string])[] };

const signs: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };
const read = (value: string) => value.replaceAll(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => signs[name] ?? "");

function ownFields(form: string): [string, string][] {
  return [...form.matchAll(/<input\b[^>]*\bname="(\$ACTION_[^"]*)"[^>]*>/g)].map(([input, name = ""]) => [
    ...([name, read(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? "")] as const),
  ]);
}

/** What stands in brackets in an address, by the fields in which a form says it. */
const named: Record<string, string> = {
  ...{ "[entry]": "entryId", "[batch]": "batchId", "[bulk]": "bulkId", "[wave]": "waveId" },
  ...{ "[record]": "recordId", "[token]": "token" },
};

/** What a page of forms is asked to begin with. */
const queries = ["", "?kind=event&wave=kazakhstan-january-2022", "?kind=correction&record=KZ22-F12"];

/** The form of an action on the first of its pages that shows it to whoever may send it; null where scripts make it. */
export async function formOnPage(
  by: Visitor,
  action: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<FormOnPage | null> {
  const { id } = builtAction(action);
  const given = Object.entries(named).flatMap(([part, name]) =>
    typeof fields[name] === "string" ? [[part, fields[name]]] : [],
  );
  for (const page of pagesOf(action, Object.fromEntries(given))) {
    for (const query of queries) {
      const at = page + query;
      const { text } = await ask(by, at);
      const forms = text.split("<form").map((from) => from.slice(0, Math.max(0, from.indexOf("</form>"))));
      const form = forms.find((one) => one.includes(id));
      if (form !== undefined) return { at, own: ownFields(form) };
    }
  }
  return null;
}

/** Sends it as a browser without scripts does; what comes back is the page. */
export async function sendFromPage(
  by: Visitor,
  { at, own }: FormOnPage,
  fields: Record<string, string>,
): Promise<Told> {
  const form = new FormData();
  for (const [name, value] of [...own, ...Object.entries(fields)]) form.append(name, value);
  const { body, type } = await multipart(form);
  return ask(by, at, { method: "POST", headers: { ...ownOrigin, "content-type": type }, body });
}
