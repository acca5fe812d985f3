import { beforeAll } from "vitest";
import { act } from "./support/acting";
import { fact } from "./support/fact";
import { changedTables, fingerprint } from "./support/fingerprint";
import { someOf } from "./support/how-much";
import { client, everyKindOfPerson, type People, type Who } from "./support/people";
import { isTurnedAway, saidIn } from "./support/refused";
import { writes } from "./writes/all";
import { EVERYBODY } from "./writes/write";

let people: People;

beforeAll(async () => {
  people = await everyKindOfPerson();
});

fact("roles: what an action refuses to a role changes nothing, and its own do it", async ({ tried, found }) => {
  for (const { action, may, prepare, asks } of someOf(writes)) {
    const { by, fields } = await prepare(people);
    const before = await fingerprint();
    for (const who of EVERYBODY.filter((one) => !(may as readonly Who[]).includes(one))) {
      tried();
      const outcome = await act(people[who], action, fields);
      if (!isTurnedAway(outcome)) found(`${action} was not refused to ${who}: ${saidIn(outcome)}`);
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`${action} by others changed ${changed}`);
    tried();
    const own = await act(by, action, fields);
    const isDone = own.state?.ok || (own.led !== null && !isTurnedAway(own)) || action === "signOutAction";
    if (!isDone && !asks) found(`${action} did not go through for its own: ${saidIn(own)}`);
    const hasChanged = changedTables(before, await fingerprint()).length > 0;
    if (hasChanged === Boolean(asks)) found(`${action} by its own changed ${hasChanged ? "something" : "nothing"}`);
  }
});

fact("step-up: what asks for a fresh second step does nothing without", async ({ tried, found }) => {
  const wrongCodes: Record<string, string>[] = [
    {},
    { secondStepCode: "" },
    { secondStepCode: "000000" },
    { secondStepCode: "AAAA-BBBB-CCCC-DDDD" },
    { secondStepCode: "' OR 1=1 --" },
  ];
  for (const { action, prepare } of someOf(writes.filter(({ confirmed }) => confirmed))) {
    const { by, fields: sent } = await prepare(people);
    const { secondStepCode: _, ...fields } = sent;
    await client.session.updateMany({ where: { userId: by.id }, data: { confirmedUntil: new Date(0) } });
    const before = await fingerprint();
    for (const code of wrongCodes) {
      for (const way of ["script", "form"] as const) {
        tried();
        const outcome = await act(by, action, { ...fields, ...code }, { way });
        if (way === "script" && !isTurnedAway(outcome)) found(`${action}: ${JSON.stringify(code)} ${saidIn(outcome)}`);
      }
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`${action} without a second step changed ${changed}`);
    await client.session.updateMany({ where: { userId: by.id }, data: { confirmedUntil: new Date(Date.now() + 9e5) } });
  }
});
