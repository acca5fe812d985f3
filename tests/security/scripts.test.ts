import { beforeAll, expect, test, vi } from "vitest";
import { NEW_RECORD_KINDS } from "@/lib/features/entries/schema/kinds";
import { projectFolder } from "@/lib/server/launch/project";
import { readRoutes } from "@/lib/server/pages/routes";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { publicPages } from "../e2e/support/pages";
import { submittedCorrection, typedCorrection } from "../integration/support/corrections";
import { approveHavingRead } from "../integration/support/entries";
import { abreast } from "./support/abreast";
import { ask, site } from "./support/asking";
import { fact, type Trying } from "./support/fact";
import { someOf } from "./support/how-much";
import { onOwnRecord } from "./support/own-record";
import { asSeen, packs, storable } from "./support/packs";
import { ELSEWHERE, PLANTED } from "./support/payload-elements";
import { scriptPayloads } from "./support/payloads";
import { client, createAccount, everyKindOfPerson, type People, written } from "./support/people";
import { fieldsOfKind, plantEntries, sendAll } from "./support/planted-entries";
import { packsOf, plantings, type Shown } from "./support/planted-forms";
import { formOnPage, sendFromPage } from "./support/returned-form";
import { publicAddress } from "./support/role-matrix";
import { watchingBrowser } from "./support/watching-browser";
import { writes } from "./writes/all";

const record = onOwnRecord();
const browser = watchingBrowser();
const pagesAtOnce = 3;
let people: People;
/** All pages that were opened, and what broke their policies. */
const [opened, violations]: [string[], string[]] = [[], []];

beforeAll(async () => {
  people = await everyKindOfPerson();
});

/** The payloads as a reader sees them; the shortest stand on any page. */
const seenPayloads = [...new Set(scriptPayloads.map(asSeen))].filter(({ length }) => length > 3);

/** Opens pages, a few at once; which of the payloads any of them shows. */
async function openAll(
  pages: readonly (Omit<Shown, "visitor"> & Partial<Shown>)[],
  { found }: Trying,
  eachShowsSome = false,
): Promise<Set<string>> {
  const shown = new Set<string>();
  await abreast(pages.length, pagesAtOnce, async (number) => {
    const { at, visitor, answer } = pages[number] ?? { at: "" };
    const address = at.startsWith("http") ? at : site.url + at;
    const opening = answer && visitor ? browser.show(address, answer, visitor) : browser.visit(address, visitor);
    const seen = await opening.catch((problem) => void found(`${at}: ${problem}`));
    if (seen === undefined) return;
    const { ran, violated, text } = seen;
    opened.push(address);
    for (const what of ran) found(`${at}: ${what}`);
    violations.push(...violated.map((what) => `${at}: ${what}`));
    const words = asSeen(text);
    const read = seenPayloads.filter((payload) => words.includes(payload));
    if (eachShowsSome && read.length === 0) found(`${at} shows nothing of what was planted`);
    for (const payload of read) shown.add(payload);
  });
  return shown;
}

/** What a site that escapes nothing would write. */
const careless = (payload: string) =>
  `<!doctype html><title>x</title><p>${payload}</p><a href="${payload}">a</a><input value="${payload}"><script>var x="${payload}"</script>`;

fact("a careless site: scripts that would run are seen to run", async ({ tried }) => {
  const [ran, violated] = [new Set<string>(), new Set<string>()];
  await abreast(scriptPayloads.length, pagesAtOnce, async (number) => {
    const payload = scriptPayloads[number] ?? "";
    tried();
    const seen = await browser.open(careless(payload), "default-src 'none'; base-uri 'none'; form-action 'none'");
    if (seen.ran.length > 0) ran.add(payload);
    if (seen.violated.length > 0) violated.add(payload);
  });
  console.log(`Of ${scriptPayloads.length} payloads ${ran.size} run there, ${violated.size} break a strict policy.`);
  expect(ran.size).toBeGreaterThan(scriptPayloads.length / 2);
  expect(violated.size).toBeGreaterThan(scriptPayloads.length / 2);
});

fact("scripts in every text of the record: none runs on any public page or file", async (trying) => {
  const { columns, refused } = await record.plant(scriptPayloads.map(storable));
  console.log(`Scripts in ${columns.length} columns; the database refused them in ${refused.length}.`);
  expect(columns.length).toBeGreaterThan(30);
  trying.tried(columns.length * scriptPayloads.length);
  const pages = Object.values(publicPages)
    .flat()
    .filter((address) => address !== "/no-such-page")
    .map((address, at) => ({ at: `${record.url}/${LOCALES[at % LOCALES.length]}${address}` }));
  const shown = await openAll(pages, trying);
  console.log(
    `${pages.length} public pages opened; ${shown.size} of ${seenPayloads.length} payloads were read on them.`,
  );
  expect(shown.size).toBe(seenPayloads.length);
  await openFiles(trying);
});

/** A file is what it says it is; one that a browser shows is opened in it. */
async function openFiles(trying: Trying): Promise<void> {
  const files = readRoutes(projectFolder).routes.filter(({ pattern }) => pattern.startsWith("/api/v1/"));
  for (const { pattern } of files) {
    const at = publicAddress(pattern);
    const answer = await fetch(record.url + at);
    const [type, text] = [String(answer.headers.get("content-type")), await answer.text()];
    if (/html/.test(type)) trying.found(`${at} is ${type}`);
    if (answer.headers.get("x-content-type-options") !== "nosniff")
      trying.found(`${at} may be taken for something else`);
    if (!/xml|svg/.test(type)) continue;
    const isSaved = /attachment/.test(String(answer.headers.get("content-disposition")));
    if (new RegExp(`<[a-z][^<>"]* ${PLANTED}|<!ENTITY|<\\?xml-stylesheet`, "i").test(text))
      trying.found(`${at} has elements that were planted`);
    if (!isSaved) await openAll([{ at: record.url + at }], trying);
  }
}

fact("scripts in corrections: none runs where the public reads why something was changed", async (trying) => {
  const [author, first, second] = [
    await createAccount("contributor"),
    await createAccount("moderator"),
    await createAccount("moderator"),
  ];
  for (const [at, text] of packs(scriptPayloads.map(storable), 2000).entries()) {
    const correction = typedCorrection(
      "KZ22-F12",
      { "note.en": text, words: text },
      { reason: text, baseRevision: at + 1 },
    );
    const entryId = await written(() => submittedCorrection(author.id, correction));
    for (const { id } of [first, second]) {
      const approval = { entryId, seenVersion: 1, reason: text, reasonLanguage: "en" } as const;
      const result = await written(() => approveHavingRead(id, approval));
      if ("refused" in result) throw new Error(`Not approved: ${JSON.stringify(result)}`);
    }
  }
  trying.tried(scriptPayloads.length * 4);
  const wave = "/waves/kazakhstan-january-2022";
  const pages = ["/corrections", `${wave}/corrections`, "/records/KZ22-F12", `${wave}/figures`, `${wave}/data`];
  await untilPublished("KZ22-F12", packs(scriptPayloads, 2000).length + 1);
  const shown = await openAll(
    pages.map((at) => ({ at: `/en${at}` })),
    trying,
  );
  console.log(`${shown.size} of ${seenPayloads.length} payloads were read in corrections.`);
  expect(shown.size).toBe(seenPayloads.length);
});

/** The server is told of a publication and reads the record anew. */
async function untilPublished(id: string, revisions: number): Promise<void> {
  await vi.waitFor(async () => {
    const { history } = JSON.parse((await ask(people.nobody, `/api/v1/records/${id}`)).text);
    expect(history).toHaveLength(revisions);
  }, 60_000);
}

/** So many payloads are shown of the shortest field too, which has no place for the longest. */
const leastInEach = 300;

fact("scripts in every text of every form: none runs on any page of people", async (trying) => {
  const { found } = trying;
  const { contributor } = people;
  const pages: Shown[] = [];
  await client.session.updateMany({ data: { confirmedUntil: new Date(Date.now() + 36e5) } });
  for (const { actions, fields, plant } of plantings) {
    const planted = plant(people, packsOf(scriptPayloads));
    const shown = await planted.catch((problem) => void found(`${actions[0]}: ${problem}`));
    if (shown === undefined) continue;
    const read = await openAll(shown, trying);
    trying.tried(fields.length * scriptPayloads.length);
    console.log(`${actions[0]}: ${fields.length} texts, ${shown.length} pages, ${read.size} payloads read.`);
    if (read.size < leastInEach) found(`${actions[0]}: only ${read.size} of what was planted are read`);
  }
  for (const at of ["/en/contribute", "/en/account"]) pages.push({ visitor: contributor, at });
  for (const at of ["/en/moderate", "/en/moderate/log", "/en/moderate/people"])
    pages.push({ visitor: people.moderator, at });
  for (const at of ["/en/admin", "/en/moderate/log", "/en/moderate/people"]) pages.push({ visitor: people.admin, at });
  await openAll(pages, trying);
});

fact("scripts in every text of every proposal: none runs where its author or moderators see it", async (trying) => {
  const { contributor, moderator } = people;
  const planted = await plantEntries(contributor, scriptPayloads);
  const some = someOf(planted);
  const fields = NEW_RECORD_KINDS.flatMap((kind) => fieldsOfKind(kind));
  trying.tried(Math.round((fields.length * scriptPayloads.length * some.length) / planted.length));
  const openTo = async (who: "author" | "moderator", shown: (id: string) => Shown) => {
    const theirs = some.filter(({ shownTo }) => shownTo.includes(who));
    const pages = theirs.map(({ id }) => shown(id));
    const telling = pages.filter((_, at) => theirs[at]?.shows);
    const silent = pages.filter((page) => !telling.includes(page));
    await openAll(silent, trying);
    return { pages, read: await openAll(telling, trying, true) };
  };
  const drafts = await openTo("author", (id) => ({ visitor: contributor, at: `/en/contribute/${id}` }));
  await sendAll(some.filter(({ shownTo }) => shownTo.includes("moderator")).map(({ id }) => id));
  const sent = await openTo("moderator", (id) => ({ visitor: moderator, at: `/en/moderate/${id}` }));
  const lists = ["/en/contribute", "/en/moderate", "/en/moderate/log"].map((at) => ({
    visitor: at === "/en/contribute" ? contributor : moderator,
    at,
  }));
  await openAll(lists, trying);
  console.log(
    `${fields.length} texts of proposals, ${some.length} of them; of ${seenPayloads.length} payloads ` +
      `${drafts.read.size} read by their author on ${drafts.pages.length} pages, ` +
      `${sent.read.size} by a moderator on ${sent.pages.length}.`,
  );
  const least = some.length === planted.length ? seenPayloads.length : seenPayloads.length / 2;
  expect(Math.min(drafts.read.size, sent.read.size)).toBeGreaterThanOrEqual(least);
});

/**
 * Written into a page as it stands, a text with a sign that opens an element would be one; `</b>` stands in pages anyhow.
 * Within a script, which ends where a browser sees its end, it would not.
 */
const opening = scriptPayloads.filter((payload) => payload.includes("<") && payload.length > 4);
const outsideScripts = (text: string) => text.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script/gi, "");
const rawIn = (text: string) => {
  const elements = outsideScripts(text);
  return opening.filter((payload) => elements.includes(payload));
};
const longestQuestion = 100;

fact("forms and addresses that come back show what was typed and make nothing of it", async (trying) => {
  const { tried, found } = trying;
  const everything = scriptPayloads.map(storable).join(" ");
  const [cameBack, withoutForm]: [string[], string[]] = [[], []];
  for (const { action, prepare } of someOf(writes)) {
    const { by, fields } = await prepare(people);
    const form = await formOnPage(by, action, fields);
    if (form === null) {
      withoutForm.push(action);
      continue;
    }
    const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, everything]));
    tried(Object.keys(typed).length * scriptPayloads.length);
    const answer = await sendFromPage(by, form, typed);
    for (const payload of rawIn(answer.text)) found(`${action}: ${payload}`);
    if (!/html/.test(String(answer.headers["content-type"]))) continue;
    const read = await openAll([{ visitor: by, at: form.at, answer }], trying);
    if (read.size > seenPayloads.length / 2) cameBack.push(action);
  }
  console.log(
    `Of ${writes.length} forms ${cameBack.length} came back with what was typed; ` +
      `no page without scripts has ${withoutForm.length}: ${withoutForm}.`,
  );
  expect(cameBack.length).toBeGreaterThan(someOf(writes).length / 3);
  await askForEach(trying);
});

/** Addresses that say in their page what was asked for: each payload alone, and several in what the browser opens. */
async function askForEach(trying: Trying): Promise<void> {
  const { tried, found } = trying;
  const asked = ["/en/search?q=", "/en/sign-in?next=", "/en/contribute/new?kind=", "/en/moderate?author=", "/en/"];
  for (const payload of opening) {
    for (const at of asked) {
      tried();
      const { text, headers } = await ask(people.moderator, at + encodeURIComponent(payload.toWellFormed()));
      if (outsideScripts(text).includes(payload)) found(`${at}${payload}`);
      if (String(headers.location ?? "").includes(ELSEWHERE)) found(`${at}${payload} leads to ${headers.location}`);
    }
  }
  const words = packs(scriptPayloads.map(storable), longestQuestion).map(encodeURIComponent);
  const searches = words.map((text) => ({ visitor: people.moderator, at: `/en/search?q=${text}` }));
  const read = await openAll(searches, trying);
  console.log(
    `${searches.length} searches opened, ${read.size} of ${seenPayloads.length} payloads read on their pages.`,
  );
  expect(read.size).toBeGreaterThan(seenPayloads.length / 2);
}

fact("strict policy: no page that was opened with scripts in its texts violated it", async ({ tried, found }) => {
  tried(opened.length);
  for (const violation of new Set(violations)) found(violation);
});

test("pages were opened", () => {
  expect(opened.length).toBeGreaterThan(100);
});
