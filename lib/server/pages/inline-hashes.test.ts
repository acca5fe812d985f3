import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { inlineHashes, sourceHash } from "./inline-hashes";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

test("every inline script is allowed by the hash of its exact text, once", () => {
  const html = "<script>a()</script><script async>a()</script><script type=module> b\n</script>";
  expect(inlineHashes(html).scripts).toEqual([hashOf("a()"), hashOf(" b\n")]);
});

test("scripts from files and blocks of data are not inline code", () => {
  const html = `<script src="/x.js"></script><script type="application/ld+json">{"a":1}</script><script type="application/json">1</script>`;
  expect(inlineHashes(html).scripts).toEqual([]);
});

test("a greater-than sign inside an attribute does not end the tag", () => {
  expect(inlineHashes(`<script data-x="a>b" id='c>d'>run()</script>`).scripts).toEqual([hashOf("run()")]);
});

test("style elements are hashed, letters outside ASCII as UTF-8", () => {
  expect(inlineHashes("<style>p::after{content:'Қ'}</style>").styles).toEqual([hashOf("p::after{content:'Қ'}")]);
  expect(sourceHash("Жаңаөзен")).toBe(hashOf("Жаңаөзен"));
});
