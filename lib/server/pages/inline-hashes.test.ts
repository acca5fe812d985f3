import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { inlineHashes, sourceHash } from "./inline-hashes";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const push = (text: string) => `self.__next_f.push([1,${JSON.stringify(text)}])`;

test("every inline script of the framework is allowed by the hash of its exact text, once", () => {
  const html = `<script>${push("a")}</script><script async>${push("a")}</script><script type=module>${push("b\n")}</script>`;
  expect(inlineHashes(html)).toEqual({ scripts: [hashOf(push("a")), hashOf(push("b\n"))], styles: [], strangers: 0 });
});

test("scripts from files and blocks of data are not inline code", () => {
  const html = `<script src="/x.js"></script><script type="application/ld+json">{"a":1}</script><script type="application/json">1</script>`;
  expect(inlineHashes(html)).toEqual({ scripts: [], styles: [], strangers: 0 });
});

test("a greater-than sign inside an attribute does not end the tag", () => {
  const html = `<script data-x="a>b" id='c>d'>${push("x")}</script>`;
  expect(inlineHashes(html).scripts).toEqual([hashOf(push("x"))]);
});

test.each([
  "alert(1)",
  "self.__next_f.push([1]);alert(1)",
  'self.__next_f.push([1,"a"+alert(1)])',
  "self.__next_f.push(alert(1))",
  "self.__next_f.push(1)",
  "requestAnimationFrame(function(){$RT=performance.now()});alert(1)",
  'self.__next_f.push([1,"a\n"])\nalert(1)//"])',
  "",
])("a script of no known shape gets no hash: %s", (code) => {
  expect(inlineHashes(`<script>${code}</script>`)).toEqual({ scripts: [], styles: [], strangers: 1 });
});

test("what looks like a style or a script inside a script is text", () => {
  const code = push("<style>body{display:none}</style><script>alert(1)");
  expect(inlineHashes(`<script>${code}</script>`)).toEqual({ scripts: [hashOf(code)], styles: [], strangers: 0 });
});

test("style elements are hashed, letters outside ASCII as UTF-8", () => {
  expect(inlineHashes("<style>p::after{content:'Қ'}</style>").styles).toEqual([hashOf("p::after{content:'Қ'}")]);
  expect(sourceHash("Жаңаөзен")).toBe(hashOf("Жаңаөзен"));
});
