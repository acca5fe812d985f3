import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { ListStatus } from "./list-status";

const context = readingContext(syntheticRecord({}), await readingWords("en"));
const shownOf = (shown: number, total: number, nothing?: string) =>
  renderToStaticMarkup(
    <ListStatus shown={shown} total={total} csv="/x.csv" leftOut={[]} context={context} nothing={nothing} />,
  );

describe("a list that shows nothing", () => {
  it("blames the choice only where there is something to choose from", () => {
    expect(shownOf(0, 3)).toMatch(/fits all of this/);
    expect(shownOf(0, 0)).not.toMatch(/fits all of this|all of them/);
    expect(shownOf(0, 0)).toMatch(/Nothing of this kind is recorded/);
    expect(shownOf(3, 3)).not.toMatch(/Nothing/);
  });

  it("says what its page says instead, where it is no list of what happened", () => {
    expect(shownOf(0, 0, "No record was corrected.")).toContain("No record was corrected.");
    expect(shownOf(0, 0, "No record was corrected.")).not.toMatch(/did not happen/);
  });
});
