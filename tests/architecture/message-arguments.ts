/** The names a message in ICU format takes, tags as "<name>"; plural and select branches are looked into. */
export function messageArguments(message: string): string[] {
  const found = new Set<string>();
  readText(unquoted(message), 0, found);
  for (const [, tag] of message.matchAll(/<([a-zA-Z][\w-]*)>/g)) found.add(`<${tag}>`);
  return [...found].sort();
}

/** In ICU an apostrophe before a brace starts text that is meant literally. */
function unquoted(message: string): string {
  return message.replace(/'\{[^']*'/g, "").replace(/'\}[^']*'/g, "");
}

/** Reads to the brace that closes the level, or to the end. Returns where it stopped. */
function readText(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readArgument(text, at + 1, found) : at + 1;
  }
  return at;
}

function readArgument(text: string, from: number, found: Set<string>): number {
  const head = /^\s*([\w.]+)\s*(?:,\s*(\w+)\s*(,)?)?/.exec(text.slice(from));
  if (!head) throw new Error(`Not a message: ${text}`);
  found.add(head[1] ?? "");
  let at = from + head[0].length;
  const branches = /^(?:plural|select|selectordinal)$/.test(head[2] ?? "");
  while (at < text.length && text[at] !== "}") {
    at = branches && text[at] === "{" ? readText(text, at + 1, found) + 1 : at + 1;
  }
  if (text[at] !== "}") throw new Error(`A brace is not closed: ${text}`);
  return at + 1;
}
