import fc from "fast-check";
import { expect, test } from "vitest";
import { invitationTree, type TreeNode, type TreeRow } from "./invitation-tree";

const row = (id: string, invitedById: string | null): TreeRow => ({
  ...{ id, handle: id, role: "contributor", state: "active", invitedById },
  ...{ joinedAt: new Date(0), roleSince: null, note: null },
});
/** Each was invited by one who was there before, or by nobody. */
const forests = fc
  .array(fc.option(fc.nat(), { nil: null }), { maxLength: 60 })
  .map((inviters) =>
    inviters.map((inviter, at) => row(`a${at}`, inviter === null || at === 0 ? null : `a${inviter % at}`)),
  );

/** Everybody below and with these, without recursion. */
function everybody(roots: TreeNode[]): TreeNode[] {
  const all = [...roots];
  for (const node of all) all.push(...node.invited);
  return all;
}

test("everybody stands in it once, below their inviter, and is counted above", () => {
  fc.assert(
    fc.property(forests, (rows) => {
      const roots = invitationTree(rows);
      const lines = everybody(roots);
      expect(lines.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      expect(roots.reduce((sum, { below }) => sum + below + 1, 0)).toBe(rows.length);
      for (const { id, invited, below } of lines) {
        expect(invited.map((one) => one.id)).toEqual(rows.filter((one) => one.invitedById === id).map((one) => one.id));
        expect(below).toBe(invited.reduce((sum, one) => sum + one.below + 1, 0));
      }
    }),
  );
});

test("a chain of twenty thousand is no trouble", () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => row(`a${at}`, at === 0 ? null : `a${at - 1}`));
  const lines = everybody(invitationTree(rows));
  expect(lines.at(-1)).toMatchObject({ id: "a19999", below: 0 });
  expect(lines[0]?.below).toBe(19_999);
});

test("whose inviter is not there stands at the top", () => {
  expect(invitationTree([row("a", "gone")]).map(({ id }) => id)).toEqual(["a"]);
});
