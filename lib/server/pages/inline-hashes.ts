import { createHash } from "node:crypto";

export type InlineHashes = { scripts: string[]; styles: string[] };

// Attribute values are matched whole, so that a ">" inside one does not end the tag.
const attributes = String.raw`((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*`;
const scripts = new RegExp(`<script${attributes}>([\\s\\S]*?)</script\\s*>`, "gi");
const styles = new RegExp(`<style${attributes}>([\\s\\S]*?)</style\\s*>`, "gi");
const runs = /^(?:module|text\/javascript|application\/javascript|)$/i;

export function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function isInlineCode(attributeText: string): boolean {
  if (/\ssrc\s*=/i.test(attributeText)) return false;
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributeText)?.[1] ?? "";
  return runs.test(type);
}

/** The CSP sources of every inline script and style element of a finished page, each once. */
export function inlineHashes(html: string): InlineHashes {
  const found = { scripts: new Set<string>(), styles: new Set<string>() };
  for (const [, attributeText = "", code = ""] of html.matchAll(scripts)) {
    if (isInlineCode(attributeText)) found.scripts.add(sourceHash(code));
  }
  for (const [, , code = ""] of html.matchAll(styles)) found.styles.add(sourceHash(code));
  return { scripts: [...found.scripts], styles: [...found.styles] };
}
