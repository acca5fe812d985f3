import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { createInvitation, revokeInvitation } from "@/lib/features/accounts/mutations/invitations";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { NO_QUEUE_FILTER } from "@/lib/features/entries/schema/queue-filter";
import { uploaded } from "../integration/support/imports";
import { act, type Fields } from "./support/acting";
import { ask, type Visitor } from "./support/asking";
import { fact } from "./support/fact";
import { changedTables, fingerprint } from "./support/fingerprint";
import { someOf } from "./support/how-much";
import { client, everyKindOfPerson, newcomer, type People, type Who, written } from "./support/people";
import { saidIn } from "./support/refused";
import { writes } from "./writes/all";
import { draftOf, submittedBy, withPhotograph } from "./writes/entries";
import { EVERYBODY, NOTHING } from "./writes/write";

let people: People;

beforeAll(async () => {
  people = await everyKindOfPerson();
});

/** What a page or a refusal says, whatever it was about: without the id, and without what every answer makes anew. */
function saidOf({ status, text, headers }: Awaited<ReturnType<typeof ask>>, id: string): string {
  const bare = `${headers.location ?? ""}\n${text}`
    .replaceAll(encodeURIComponent(id), "ID")
    .replaceAll(id, "ID")
    .replaceAll(/nonce(?:="|\\":\\")[^"\\]*/g, "");
  return `${status} ${bare}`;
}

/** Ids that lead to nothing, for whoever makes them up. */
const nobodys = [
  NOTHING,
  randomUUID(),
  "x",
  "1",
  "null",
  "undefined",
  "%00",
  "..%2f..",
  "' OR 1=1 --",
  "0".repeat(300),
];

type Address = {
  path: (id: string) => string;
  /** By whom it is asked for, what opens, and what is somebody else's or in a state in which it is not shown. */
  visitor: Visitor;
  opens: string[];
  closed: string[];
};

async function bulkOf({ id }: Visitor): Promise<string> {
  const asked = { filter: NO_QUEUE_FILTER, verb: "reject", reason: "For a test.", withHeld: false } as const;
  const made = await written(() => prepareBulk(id, asked));
  if ("refused" in made) throw new Error(made.refused);
  return made.bulkId;
}

async function addresses(): Promise<Address[]> {
  const { contributor, moderator, unsecured, auditor } = people;
  const other = await newcomer("contributor");
  const [draft, sent] = [await draftOf(other), await submittedBy(other)];
  const [ownDraft, ownSent] = [await draftOf(contributor), await submittedBy(contributor)];
  const entry = (id: string) => `/en/contribute/${id}`;
  const moderated = (id: string) => `/en/moderate/${id}`;
  const file = (id: string) => `/en/contribute/import/${id}`;
  const image = (id: string) => `/api/evidence/${id}`;
  const { evidenceId = "", entryId = "" } = (await withPhotograph(contributor)) as Record<string, string>;
  await act(contributor, "submitEntryAction", { entryId, seenVersion: "1" });
  const fileOf = ({ id }: Visitor) => written(() => uploaded(id, "date,value\n05.01.2022,1200\n"));
  const [ownFile, othersFile] = [await fileOf(contributor), await fileOf(other)];
  const [ownBulk, othersBulk] = [await bulkOf(moderator), await bulkOf(await newcomer("moderator"))];
  const bulk = (id: string) => `/en/moderate/bulk/${id}`;
  const record = (id: string) => `/en/moderate/records/${id}`;
  return [
    { path: entry, visitor: contributor, opens: [ownDraft, ownSent], closed: [draft, sent] },
    { path: entry, visitor: moderator, opens: [], closed: [draft, sent, ownDraft] },
    { path: moderated, visitor: moderator, opens: [sent], closed: [draft, ownDraft] },
    { path: moderated, visitor: contributor, opens: [], closed: [sent, ownSent, draft] },
    { path: moderated, visitor: unsecured, opens: [], closed: [sent, draft] },
    { path: file, visitor: contributor, opens: [ownFile], closed: [othersFile] },
    { path: file, visitor: moderator, opens: [], closed: [ownFile, othersFile] },
    { path: (id) => `${file(id)}/report.csv`, visitor: contributor, opens: [ownFile], closed: [othersFile] },
    { path: bulk, visitor: moderator, opens: [ownBulk], closed: [othersBulk] },
    { path: bulk, visitor: contributor, opens: [], closed: [ownBulk, othersBulk] },
    { path: image, visitor: moderator, opens: [evidenceId], closed: [] },
    { path: image, visitor: contributor, opens: [], closed: [evidenceId] },
    { path: image, visitor: auditor, opens: [], closed: [evidenceId] },
    { path: image, visitor: people.nobody, opens: [], closed: [evidenceId] },
    { path: record, visitor: contributor, opens: [], closed: ["KZ22-F12"] },
    ...(await invitations()),
  ];
}

async function invitations(): Promise<Address[]> {
  const make = async () => {
    const made = await written(() => createInvitation(people.admin.id, "contributor"));
    if (!made.ok) throw new Error(made.because);
    return made;
  };
  const [open, revoked, expired, used] = [await make(), await make(), await make(), await make()];
  await written(() => revokeInvitation(people.admin.id, revoked.invitationId));
  await client.invitation.update({
    where: { id: expired.invitationId },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  await act(people.nobody, "joinAction", {
    ...{ locale: "en", token: used.token, passphrase: "velvet otter carries nine lanterns" },
    handle: `joined ${randomUUID().replaceAll(/\d/g, "").slice(0, 12)}`,
  });
  people.nobody.cookies.clear();
  const path = (token: string) => `/en/join/${token}`;
  const closed = [revoked, expired, used].map(({ token }) => token);
  return [{ path, visitor: people.nobody, opens: [open.token], closed }];
}

fact("ids in addresses: what is somebody else's looks like what is not there", async ({ tried, found }) => {
  for (const { path, visitor, opens, closed } of await addresses()) {
    const asked = async (id: string) => {
      tried();
      const [shown, decoded] = [path(id), id.includes("%") ? decodeURIComponent(id) : id];
      return saidOf(await ask(visitor, shown.replaceAll("'", "%27").replaceAll(" ", "%20")), decoded);
    };
    const expected = await asked(NOTHING);
    for (const id of opens) if (!(await asked(id)).startsWith("200 ")) found(`${path(id)} does not open for its own`);
    for (const id of closed) {
      const said = await asked(id);
      if (said !== expected) found(`${path(id)} for ${visitor.handle} tells it from nothing: ${said.slice(0, 200)}`);
    }
    for (const id of nobodys) {
      const status = (await asked(id)).slice(0, 4);
      if (status !== expected.slice(0, 4) && status !== "400 " && status !== "404 ")
        found(`${path(id)} answers ${status}`);
    }
  }
});

/** The same form with one id of nothing in the place of the right one. */
function without(fields: Fields, ids: Readonly<Record<string, string>>, name: string): Fields {
  return { ...fields, [name]: ids[name] ?? NOTHING };
}

fact("ids in forms: what is somebody else's is refused as what is not there", async ({ tried, found }) => {
  for (const { action, may, ids = {}, prepare } of someOf(writes)) {
    const { fields } = await prepare(people);
    const before = await fingerprint();
    const others = EVERYBODY.filter((one) => !(may as readonly Who[]).includes(one));
    for (const name of Object.keys(ids)) {
      for (const who of others) {
        tried(2);
        const theirs = await act(people[who], action, fields);
        const nothing = await act(people[who], action, without(fields, ids, name));
        if (saidIn(theirs) !== saidIn(nothing))
          found(`${action} tells ${who} what is there by ${name}: ${saidIn(theirs)}, not ${saidIn(nothing)}`);
      }
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`${action} by others changed ${changed}`);
  }
});

fact("ids in forms: what is in another state, or not there, changes nothing for its own", async ({ tried, found }) => {
  for (const { action, ids = {}, prepare, repeatable, open } of someOf(writes)) {
    const { by, fields } = await prepare(people);
    const before = await fingerprint();
    for (const name of Object.keys(ids)) {
      tried();
      const outcome = await act(by, action, without(fields, ids, name));
      if (outcome.status >= 500) found(`${action} of nothing by ${name} answered ${outcome.status}`);
      if (outcome.state?.formError === "unexpected") found(`${action} of nothing by ${name} surprised the server`);
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`${action} of nothing changed ${changed}`);
    if (repeatable || open || Object.keys(ids).length === 0) continue;
    await act(by, action, fields);
    const once = await fingerprint();
    tried();
    const again = await act(by, action, fields);
    if (again.status >= 500) found(`${action} sent again answered ${again.status}`);
    const twice = changedTables(once, await fingerprint());
    if (twice.length > 0) found(`${action} sent again changed ${twice}`);
  }
});
