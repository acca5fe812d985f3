import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { expect, it } from "vitest";
import { cutsTogether, MOST_RELATED, Related } from "./related";
import type { Asking } from "./selection";

const about = "FROM versions WHERE about = ? ORDER BY number";

/** So many records about each of these, two versions of each. */
function shelved(counts: Record<string, number>): Asking {
  const tables = new DatabaseSync(":memory:");
  tables.exec("CREATE TABLE versions (id TEXT, number INTEGER, about TEXT)");
  const insert = tables.prepare("INSERT INTO versions VALUES (?, ?, ?)");
  for (const [subject, count] of Object.entries(counts)) {
    for (let number = count; number > 0; number -= 1) {
      for (const _ of [1, 2]) insert.run(`${subject}-${number}`, number, subject);
    }
  }
  return { all: <T>(sql: string, ...values: SQLInputValue[]) => tables.prepare(sql).all(...values) as T[] };
}

it("takes all that lead to something, and says nothing of a cut, up to the very bound", () => {
  const related = new Related(shelved({ few: 3, bound: MOST_RELATED, none: 0 }));
  expect(related.first(about, "few")).toEqual(["few-1", "few-2", "few-3"]);
  expect(related.first(about, "bound")).toHaveLength(MOST_RELATED);
  expect([related.first(about, "none"), related.cut]).toEqual([[], null]);
});

it("takes the first of more, and says of how many over all relations that were cut, each counted once", () => {
  const related = new Related(shelved({ few: 3, more: MOST_RELATED + 1, many: MOST_RELATED + 500 }));
  related.first(about, "few");
  const ids = related.first(about, "more");
  expect([ids.length, ids.at(-1)]).toEqual([MOST_RELATED, `more-${MOST_RELATED}`]);
  expect(related.cut).toEqual({ shown: MOST_RELATED, all: MOST_RELATED + 1 });
  for (const _ of [1, 2]) related.first(about, "many");
  expect(related.cut).toEqual({ shown: 2 * MOST_RELATED, all: 2 * MOST_RELATED + 501 });
});

it("takes fewer where fewer are wanted, and says what several left out together", () => {
  const asking = shelved({ few: 3, many: 7 });
  const [two, five] = [new Related(asking, 2), new Related(asking, 5)];
  expect(two.first(about, "few")).toEqual(["few-1", "few-2"]);
  expect(five.first(about, "few")).toHaveLength(3);
  expect(five.first(about, "many")).toHaveLength(5);
  expect(cutsTogether([two, five])).toEqual({ shown: 7, all: 10 });
  expect(cutsTogether([new Related(asking)])).toBeNull();
});
