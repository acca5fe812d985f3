import { describe, expect, test } from "vitest";
import { messageArguments } from "./message-arguments";
import { isThere, projectFiles, textOf } from "./project-files";

const folder = "lib/shared/i18n/messages";
const translations = ["kk", "ru", "tr"];

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${prefix}${key}`, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function catalogue(language: string, name: string): Map<string, string> {
  const file = `${folder}/${language}/${name}`;
  return isThere(file) ? flat(JSON.parse(textOf(file)) as Tree) : new Map();
}

const names = projectFiles(new RegExp(`^${folder}/en/.*\\.json$`)).map((file) => file.slice(`${folder}/en/`.length));

test("the arguments of a message are found, also inside its branches", () => {
  expect(messageArguments("{count, plural, one {# place in {region}} other {# places}} <link>more</link>")).toEqual([
    "<link>",
    "count",
    "region",
  ]);
  expect(messageArguments("A '{literal}' brace, {day, date, short}")).toEqual(["day"]);
  expect(() => messageArguments("{open")).toThrow();
});

test("there are messages, and no language has a file the others lack", () => {
  expect(names.length).toBeGreaterThan(0);
  const extra = projectFiles(new RegExp(`^${folder}/.*\\.json$`)).filter(
    (file) => !names.includes(file.split("/").slice(5).join("/")),
  );
  expect(extra).toEqual([]);
});

describe.each(translations)("%s", (language) => {
  test("has the keys of English", () => {
    for (const name of names) {
      expect([...catalogue(language, name).keys()].sort(), name).toEqual([...catalogue("en", name).keys()].sort());
    }
  });

  test("takes the arguments of English", () => {
    for (const name of names) {
      const translated = catalogue(language, name);
      for (const [key, message] of catalogue("en", name)) {
        expect(messageArguments(translated.get(key) ?? ""), `${name} ${key}`).toEqual(messageArguments(message));
      }
    }
  });

  test("says something everywhere", () => {
    for (const name of names) {
      const silent = [...catalogue(language, name)].filter(
        ([key, message]) => message.trim() === "" && catalogue("en", name).get(key) !== "",
      );
      expect(silent, name).toEqual([]);
    }
  });
});
