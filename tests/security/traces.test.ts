import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { typedFigure } from "../integration/support/entries";
import { withSql } from "../integration/support/sql";
import { act } from "./support/acting";
import { ask, CANARIES, nobody, ownOrigin, site } from "./support/asking";
import { fact } from "./support/fact";
import { someOf } from "./support/how-much";
import { client, everyKindOfPerson, type People, passphrase } from "./support/people";
import { personalRows, publicAddress } from "./support/role-matrix";
import { writes } from "./writes/all";
import { fieldsOf, photograph } from "./writes/entries";
import { EVERYBODY } from "./writes/write";

const exif = "CanarySerial-4711-of-a-camera";
/** Many a person types it where a pseudonym is asked for. */
const email = "canary.7421@mail.example";
const wrongPassphrase = "seven canaries under a copper bridge";
const canaries = [
  ...[CANARIES.agent, CANARIES.forwarded, exif, email],
  ...[passphrase, wrongPassphrase],
  ...(process.platform === "linux" ? [CANARIES.address] : []),
];
/** In the database they could also stand as bytes, which are written in hexadecimal. */
const spellings = canaries.flatMap((canary) => [canary, Buffer.from(canary).toString("hex")]);
let people: People;

beforeAll(async () => {
  people = await everyKindOfPerson();
});

/** Somebody's whole use of the product: every page, every form, a photograph, mistakes; all of it with the canaries. */
async function useEverything(): Promise<void> {
  for (const { at } of Object.values(personalRows)) for (const who of EVERYBODY) await ask(people[who], at);
  for (const { action, prepare } of someOf(writes)) {
    const { by, fields } = await prepare(people);
    await act(by, action, fields);
    await act(by, action, { locale: "en" }, { way: "form" });
  }
  const fields = { ...fieldsOf(typedFigure({ number: "4711" })), submissionKey: randomUUID(), intent: "submit" };
  await act(people.contributor, "saveRecordAction", { ...fields, evidence: await photograph(exif) });
  await act(people.nobody, "signInAction", { locale: "en", handle: email, passphrase });
  await act(people.nobody, "signInAction", { locale: "en", handle: people.admin.handle, passphrase: wrongPassphrase });
  await act(people.nobody, "joinAction", { locale: "en", token: "no-such-token", handle: email, passphrase });
  await ask(nobody, `/en/sign-in?next=${encodeURIComponent(`/en/account?${email}`)}`);
  await ask(nobody, publicAddress("/[locale]/waves/[wave]"));
  const broken = { ...ownOrigin, "content-type": "multipart/form-data; boundary=x", "next-action": "x" };
  await ask(people.contributor, "/en/contribute/new", { method: "POST", headers: broken, body: "--x" });
  await ask(nobody, "/en/no-such-page");
  await ask(nobody, "/en/%E0%A4%A");
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Which of the canaries stand in these bytes, in whichever of the two ways text is kept in memory and files. */
function canariesIn(bytes: Buffer): string[] {
  return canaries.filter((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, "utf16le")));
}

test("a canary that is there is found", async () => {
  expect(canariesIn(Buffer.from(`GET / ${CANARIES.agent}`))).toEqual([CANARIES.agent]);
  const photo = Buffer.from(await ((await photograph(exif)) as File).arrayBuffer());
  expect(canariesIn(photo)).toEqual([exif]);
  expect((await inTables(["KZ22-F12"])).length).toBeGreaterThan(0);
});

/** Tables in which any of these words stands in any column, and how many were read. */
async function inTables(wanted: readonly string[]): Promise<string[]> {
  return withSql(site.databaseUrl, async (sql) => {
    const { rows } = await sql.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hit } = await sql.query(
        `SELECT 1 FROM "${name}" t WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) AS word WHERE strpos(t::text, word) > 0) LIMIT 1`,
        [wanted],
      );
      if (hit.length > 0) found.push(name);
    }
    return found;
  });
}

fact(
  "canaries for address, agent, e-mail, passphrase and EXIF: in no table, no log and no file",
  async ({ tried, found }) => {
    await useEverything();
    const photographs = await client.evidence.count();
    if (photographs === 0) found("no photograph arrived");
    for (const canary of spellings) {
      tried();
      for (const table of await inTables([canary])) found(`"${canary}" stands in the table ${table}`);
    }
    for (const file of [site.logFile, ...filesUnder(site.dataFolder), ...filesUnder(site.databaseFolder)]) {
      tried(canaries.length);
      for (const canary of canariesIn(readFileSync(file))) found(`"${canary}" stands in ${path.basename(file)}`);
    }
    if (readFileSync(site.logFile, "utf8").length === 0) found("there is no log");
  },
);
