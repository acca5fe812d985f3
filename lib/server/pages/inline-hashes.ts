import { createHash } from "node:crypto";

export type InlineHashes = {
  scripts: string[];
  styles: string[];
  /** Inline scripts of no known shape: they get no hash, so no browser runs them. */
  strangers: number;
};

// Attribute values are matched whole, so that a ">" inside one does not end the tag. One pass over both kinds: what
// looks like a style inside a script is text.
const attributes = String.raw`((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*`;
const elements = new RegExp(`<(script|style)${attributes}>([\\s\\S]*?)</\\1\\s*>`, "gi");
const runs = /^(?:module|text\/javascript|application\/javascript|)$/i;

/** Calls whose only argument is a literal: nothing in it can run. */
const dataCalls = [
  /^self\.__next_f\.push\(([\s\S]*)\);?$/,
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(([\s\S]*)\);?$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(([\s\S]*)\);?$/,
];
const paintMark = "requestAnimationFrame(function(){$RT=performance.now()});";

export function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function isLiteral(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/**
 * Whether Next or React writes such a script into a finished page. A hash for whatever stands in the page would also
 * allow what somebody smuggled into it.
 */
export function isKnownScript(code: string): boolean {
  if (code === paintMark) return true;
  return dataCalls.some((call) => isLiteral(call.exec(code)?.[1] ?? ""));
}

function isInlineCode(attributeText: string): boolean {
  if (/\ssrc\s*=/i.test(attributeText)) return false;
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributeText)?.[1] ?? "";
  return runs.test(type);
}

/** The CSP sources of the inline scripts and styles of a finished page, each once. */
export function inlineHashes(html: string): InlineHashes {
  const found = { scripts: new Set<string>(), styles: new Set<string>() };
  let strangers = 0;
  for (const [, name = "", attributeText = "", code = ""] of html.matchAll(elements)) {
    if (name.toLowerCase() === "style") found.styles.add(sourceHash(code));
    else if (isInlineCode(attributeText)) {
      if (isKnownScript(code)) found.scripts.add(sourceHash(code));
      else strangers += 1;
    }
  }
  return { scripts: [...found.scripts], styles: [...found.styles], strangers };
}
