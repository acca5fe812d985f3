import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LIGHT_PALETTE } from "./light-palette";
import { svgFile } from "./svg-file";
import { cleanSvg } from "./svg-markup";

const head = {
  finding: "Finding <one> & “two”",
  subtitle: "Subtitle",
  description: "Description",
  sources: { text: "3 sources", href: "/en/sources" },
  asOf: "as of today",
  coverage: "1 of 2",
};
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 300"><a href="/en/records/X1"><path fill="var(--strike)"/></a></svg>';
const parts = { svg, variant: "wide" as const, head, origin: "https://turnout.example.org", page: "/en/waves/x" };

it("says the finding and the sources in the file, in colours of its own and with whole addresses", () => {
  const file = svgFile(parts);
  expect(file).toContain("Finding &lt;one&gt; &amp; “two”</text>");
  expect(file).toContain("3 sources · as of today · 1 of 2");
  expect(file).toContain('href="https://turnout.example.org/en/records/X1"');
  expect(file).toContain(LIGHT_PALETTE.strike);
  expect(file).not.toContain("var(");
});

it("makes whole addresses and finds its size in either quotes", () => {
  const file = svgFile({ ...parts, svg: svg.replaceAll('"', "'") });
  expect(file).toContain("href='https://turnout.example.org/en/records/X1'");
});

it("refuses a colour it does not know rather than draw it black", () => {
  expect(() => svgFile({ ...parts, svg: svg.replace("--strike", "--mauve") })).toThrow("mauve");
});

it("has the light colours of the page", () => {
  const css = readFileSync("app/globals.css", "utf8");
  const light = css.slice(css.indexOf(":root"), css.indexOf("}"));
  for (const [name, colour] of Object.entries(LIGHT_PALETTE)) expect(light).toContain(`--${name}: ${colour};`);
});

it("takes style, classes and empty groups out of a drawing, and refuses a place that is no number", () => {
  const drawn = cleanSvg(
    '<div><svg class="recharts" style="width: 1px" viewBox="0 0 1 1"><g tabindex="-1"><g></g></g><line x1="1.23456" x2="5" height="3"></line><text>a&nbsp;NaN 1.23456</text></svg></div>',
    "c1",
  );
  expect(drawn).toBe(
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><line x1='1.23' x2='5'/><text>a\u00a0NaN 1.23456</text></svg>",
  );
  expect(() => cleanSvg('<svg><path d="M1 NaN"></path></svg>', "c1")).toThrow("no number");
  expect(() => cleanSvg("<div></div>", "c1")).toThrow("nothing");
});
