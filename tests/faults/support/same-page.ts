import { type Answer, decoded } from "../../support/read-address";

/** A page as every reader must get it: status, headers and content, without what may rightly differ. */
export type SamePage = { status: number; headers: Record<string, string>; content: string };

/** The time, how old the answer is, and what belongs to one connection; the tag and length follow from the bytes. */
const free = new Set(["date", "age", "connection", "keep-alive", "etag", "content-length", "transfer-encoding"]);
/** React numbers the rows of its payload in the order in which they happen to be finished. */
const payload = /<script[^>]*>\(?self\.__next_f.*?<\/script>/gs;

/** A row begins with its number; rows of text have no end of line before the next. */
const rowStart = /(?:\b|(?<=\\n))[0-9a-f]{1,3}:(?=\[|I\[|T[0-9a-f]|\\?"|\{|null|H)/;

/** What stands around a piece of the payload; where one piece ends and the next begins is a matter of time. */
const wrapping = /^<script[^>]*>\(?self\.__next_f[^"]*"?|"?\]\)[^"]*<\/script>$/g;

/** The words and values of the payload, whatever its rows are numbered, in whichever order and pieces they come. */
function payloadContent(html: string): string {
  const pieces = (html.match(payload) ?? []).map((piece) => piece.replaceAll(wrapping, ""));
  return pieces
    .join("")
    .split(rowStart)
    .map((row) => row.replaceAll(/\$[L@]?[0-9a-f]{1,3}\b/g, "$").replace(/(?:\\n|\s)+$/, ""))
    .toSorted()
    .join("\n");
}

export function samePage(answer: Answer): SamePage {
  const text = decoded(answer).toString("utf8");
  const isPage = String(answer.headers["content-type"]).startsWith("text/html");
  const headers = Object.fromEntries(
    Object.entries(answer.headers)
      .filter(([name]) => !free.has(name))
      .map(([name, value]) => [name, String(value).replaceAll(/'sha256-[^']+'/g, "'sha256'")]),
  );
  const content = isPage ? `${text.replaceAll(payload, "")}\n${payloadContent(text)}` : text;
  return { status: answer.status, headers, content };
}

/** Where two pages differ, in a line; null when they are the same. */
export function differenceOf(one: SamePage, other: SamePage): string | null {
  if (one.status !== other.status) return `status ${one.status} and ${other.status}`;
  const names = new Set([...Object.keys(one.headers), ...Object.keys(other.headers)]);
  for (const name of names) {
    if (one.headers[name] !== other.headers[name]) {
      return `header ${name}: "${one.headers[name]}" and "${other.headers[name]}"`;
    }
  }
  if (one.content === other.content) return null;
  let at = 0;
  while (one.content[at] === other.content[at]) at += 1;
  const around = ({ content }: SamePage) => JSON.stringify(content.slice(Math.max(0, at - 30), at + 60));
  return `content at ${at}: ${around(one)} and ${around(other)}`;
}
