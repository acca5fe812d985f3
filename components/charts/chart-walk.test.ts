import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { isWalkKey, linksOf, nextLink } from "./chart-walk";

const page = new Window();
const box = page.document.createElement("div") as unknown as HTMLElement;
page.document.body.append(box as never);
box.innerHTML = `<svg>
  <g data-row="1"><a href="/1a" tabindex="0"></a><a href="/1b" tabindex="0"></a></g>
  <g data-row="2"><a href="/2a" tabindex="0"></a></g>
  <g data-row="3"><a href="/3a" tabindex="0"></a><a href="/3b" tabindex="0"></a></g>
</svg>`;

function from(href: string, key: string): string | null | undefined {
  (linksOf(box).find((link) => link.getAttribute("href") === href) as HTMLElement).focus();
  return isWalkKey(key) ? nextLink(box, key)?.getAttribute("href") : null;
}

describe("walking a chart", () => {
  it.each([
    ["/1a", "ArrowRight", "/1b"],
    ["/1b", "ArrowRight", "/2a"],
    ["/2a", "ArrowLeft", "/1b"],
    ["/1b", "ArrowDown", "/2a"],
    ["/3b", "ArrowUp", "/2a"],
    ["/2a", "Home", "/1a"],
    ["/2a", "End", "/3b"],
    ["/1a", "ArrowLeft", undefined],
    ["/3b", "ArrowDown", undefined],
    ["/3b", "Tab", null],
  ])("from %s by %s leads to %s", (href, key, next) => {
    expect(from(href, key)).toBe(next);
  });
});
