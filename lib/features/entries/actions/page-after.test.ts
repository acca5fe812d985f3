import { expect, test } from "vitest";
import { ENTRY_STATES } from "@/lib/domain/entry";
import { pageAfter } from "./page-after";

test("only of what waits for moderators it is said that they can see it now", () => {
  const said = ENTRY_STATES.filter((state) => {
    const page = pageAfter("kk", { entry: { id: "one", state, version: 1, recordId: null } });
    expect(page).toMatch(/^\/kk\/contribute\/one\?done=(?:submitted|saved)$/);
    return page.endsWith("submitted");
  });
  expect(said).toEqual(["submitted", "approved_once"]);
});
