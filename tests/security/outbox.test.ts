import { beforeAll } from "vitest";
import type { Told, Visitor } from "./support/asking";
import { fact } from "./support/fact";
import { changedTables, fingerprint } from "./support/fingerprint";
import { outboxSendings, sendFromOutbox } from "./support/outbox";
import { client, everyKindOfPerson, newcomer, type People, type Who } from "./support/people";
import { EVERYBODY } from "./writes/write";

let people: People;

beforeAll(async () => {
  people = await everyKindOfPerson();
});

const said = ({ status, text }: Told) => `${status} ${text}`;
const isRefused = ({ status, text }: Told) => status === 401 || (status === 422 && text.includes('"refused"'));

fact(
  "the outbox: what is somebody else's is refused as what is not there, whoever's mark it carries",
  async (trying) => {
    const { tried, found } = trying;
    for (const [what, { may, of, ids = {} }] of Object.entries(outboxSendings)) {
      const author = await newcomer("contributor");
      const fields = await of(author);
      const before = await fingerprint();
      const others = EVERYBODY.filter((one) => !(may as readonly Who[]).includes(one));
      for (const who of others) {
        for (const mark of [people[who].id, author.id]) {
          tried();
          const theirs = await sendFromOutbox(people[who], fields, mark);
          if (!isRefused(theirs)) found(`${what} was not refused to ${who}: ${said(theirs)}`);
          for (const [name, nothing] of Object.entries(ids)) {
            tried();
            const nothings = await sendFromOutbox(people[who], { ...fields, [name]: nothing }, mark);
            if (said(theirs) !== said(nothings)) found(`${what} tells ${who} what is there: ${said(theirs)}`);
          }
        }
      }
      for (const name of Object.keys(ids)) {
        tried();
        const nothings = await sendFromOutbox(author, { ...fields, [name]: ids[name] ?? "" });
        if (!isRefused(nothings)) found(`${what} of nothing is answered ${said(nothings)}`);
      }
      const changed = changedTables(before, await fingerprint());
      if (changed.length > 0) found(`${what} by others changed ${changed}`);
      await goesThroughOnce(what, { author, fields }, trying);
    }
  },
);

type Own = { author: Visitor; fields: Record<string, string> };

/** By its author it goes through, once however often it is sent. */
async function goesThroughOnce(
  what: string,
  { author, fields }: Own,
  { tried, found }: { tried(): void; found(what: string): void },
): Promise<void> {
  const before = await fingerprint();
  tried();
  const own = await sendFromOutbox(author, fields);
  if (own.status !== 200 || changedTables(before, await fingerprint()).length === 0)
    found(`${what} did not go through for its own: ${said(own)}`);
  const once = await fingerprint();
  tried();
  const again = await sendFromOutbox(author, fields);
  const changed = changedTables(once, await fingerprint());
  if (again.status !== 200 || changed.length > 0) found(`${what} sent again changed ${changed}: ${said(again)}`);
}

/** Keys are made on devices: one that is known, or guessed, leads to nothing that is somebody else's. */
fact("the outbox: under somebody else's key one's own is sent, and theirs stays as it is", async ({ tried, found }) => {
  for (const [what, { of, ids }] of Object.entries(outboxSendings)) {
    if (ids !== undefined) continue;
    const [author, other] = [await newcomer("contributor"), await newcomer("contributor")];
    const fields = await of(author);
    const entryOf = ({ id }: Visitor) => client.entry.findMany({ where: { authorId: id } });
    await sendFromOutbox(author, fields);
    const theirs = JSON.stringify(await entryOf(author));
    tried();
    const told = await sendFromOutbox(other, {
      ...fields,
      [fields.reason === undefined ? "note" : "reason"]: "Other words.",
    });
    const own = await entryOf(other);
    if (told.status !== 200 || own.length !== 1) found(`${what}: ${said(told)}`);
    if (own.some(({ id }) => theirs.includes(id)) || own.some(({ id }) => !told.text.includes(id)))
      found(`${what} leads to another's entry: ${said(told)}`);
    if (JSON.stringify(await entryOf(author)) !== theirs) found(`${what} changed another's entry`);
  }
});
