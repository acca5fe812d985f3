import { expect, test, vi } from "vitest";
import { projectFolder } from "@/lib/server/launch/project";
import { readRoutes } from "@/lib/server/pages/routes";
import { builtActions } from "../support/build";
import { payloadFamilies, scriptPayloads } from "../support/payloads";
import { plantings } from "../support/planted-forms";
import { personalRows } from "../support/role-matrix";
import { isReadable, schemasOfActions, textFieldsOf } from "../support/text-fields";
import { filledBySchema, schemasWithin, shownToNobody } from "../support/text-rows";
import { writes } from "../writes/all";

/*
 * What the attacks rest on, held against the build alone: no server runs, so that `npm test` can hold it. What is new
 * and has no row fails here first.
 */

// Only what each action would be made of is wanted here.
vi.mock("@/lib/server/action-client", () => {
  const keep = (schema: unknown) => ({ schema });
  return { signedInAction: keep, confirmedAction: keep, publicAction: keep };
});

test("every personal address of the build has a row in the role matrix", () => {
  const table = readRoutes(projectFolder);
  const { routes } = table;
  const planeOf = (path: string) => table.match(path.split("/").filter(Boolean))?.plane;
  expect(["/", "/en", "/en/account", "/api/v1/records/KZ22-F1"].map(planeOf)).toEqual([
    ...["entrance", "public", "personal", "public"],
  ]);
  const built = routes.filter(({ plane }) => plane === "personal").map(({ pattern }) => pattern);
  expect(
    Object.keys(personalRows).toSorted(),
    "Add who may open the new address to personalRows in tests/security/support/role-matrix.ts.",
  ).toEqual(built.toSorted());
});

test("every server action of the build has a row in tests/security/writes", () => {
  const built = [...new Set(builtActions().map(({ name }) => name))].toSorted();
  const rows = [...new Set(writes.map(({ action }) => action))].toSorted();
  expect(rows, "Add a form of the new action to the file of its feature in tests/security/writes.").toEqual(built);
});

const without = (all: readonly string[], some: readonly string[]) =>
  all.filter((one, at) => !some.includes(one) && all.indexOf(one) === at);

test("every text of every form is filled with scripts, or said to be shown to nobody", async () => {
  const taken: string[] = [];
  for (const [action, schema] of await schemasOfActions()) {
    const within = schemasWithin[action] ?? (isReadable(schema) ? [schema] : []);
    expect(within.length, `${action}: say in text-rows.ts which schemas its form has`).toBeGreaterThan(0);
    if (filledBySchema.includes(action)) continue;
    taken.push(...within.flatMap((one) => textFieldsOf(one).map(({ name }) => `${action} ${name}`)));
  }
  const planted = plantings.flatMap(({ actions, fields }) =>
    actions.flatMap((action) => fields.map((field) => `${action} ${field}`)),
  );
  const toNobody = Object.entries(shownToNobody).flatMap(([action, fields]) =>
    fields.map((field) => `${action} ${field}`),
  );
  const said = [...planted, ...toNobody];
  expect(without(taken, said), "Plant it in planted-forms.ts, or say in text-rows.ts that nobody is shown it.").toEqual(
    [],
  );
  expect(without(toNobody, taken), "is in text-rows.ts and takes no text").toEqual([]);
});

test("there are 300 different script payloads and more, of every family", () => {
  expect(scriptPayloads.length).toBeGreaterThanOrEqual(300);
  for (const [family, payloads] of Object.entries(payloadFamilies)) expect(payloads.length, family).toBeGreaterThan(20);
});
