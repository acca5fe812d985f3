import { randomUUID } from "node:crypto";
import { personalData } from "@/lib/domain/personal-data";
import { writes } from "../writes/all";
import { submittedBy } from "../writes/entries";
import type { Fields } from "./acting";
import type { Told, Visitor } from "./asking";
import { asSeen, inRound, packs, storable } from "./packs";
import { client, createAccount, type People, passphrase } from "./people";
import { formOnPage, sendFromPage } from "./returned-form";
import { send } from "./send";

/** A page on which somebody is shown what was planted, or what was answered there to a form. */
export type Shown = { visitor: Visitor; at: string; answer?: Told };
type Packs = (longest: number, only?: (text: string) => boolean) => string[];

/** Forms whose texts somebody is shown: the texts, and how all payloads come into each of them. */
export type Planting = {
  actions: readonly string[];
  fields: readonly string[];
  plant(people: People, of: Packs): Promise<Shown[]>;
};

/** The form of an action that goes through, with other texts. */
async function sendOwn(action: string, people: People, texts: Fields): Promise<{ by: Visitor; led: string }> {
  const write = writes.find((one) => one.action === action);
  if (write === undefined) throw new Error(`There is no form of ${action}.`);
  const { by, fields } = await write.prepare(people);
  const { led } = await send(by, action, { ...fields, ...texts });
  return { by, led: led ?? "" };
}

/** What seems to lead to a person is not taken where a text is public at once. */
const leadsToNobody = (text: string) => personalData(text).length === 0;

const [short, usual, long] = [40, 200, 2000];
const entryPages = ({ contributor, moderator }: People, id: string): Shown[] => [
  { visitor: contributor, at: `/en/contribute/${id}` },
  { visitor: moderator, at: `/en/moderate/${id}` },
];
const onRecord = ({ moderator }: People, id: string): Shown => ({
  ...{ visitor: moderator, at: `/en/moderate/records/${id}` },
});

const onEntries: Planting[] = [
  {
    ...{ actions: ["sendMessageAction"], fields: ["text"] },
    plant: async (people, of) => {
      const entryId = await submittedBy(people.contributor);
      for (const [at, text] of of(long).entries()) {
        // Nobody writes many in a row: they take turns.
        const by = at % 2 === 0 ? people.moderator : people.contributor;
        await send(by, "sendMessageAction", { entryId, messageKey: randomUUID(), text, intent: "send" });
      }
      return entryPages(people, entryId);
    },
  },
  {
    ...{ actions: ["decideAction"], fields: ["reason"] },
    plant: async (people, of) => {
      const shown: Shown[] = [];
      for (const [at, reason] of of(long).entries()) {
        const entryId = await submittedBy(people.contributor);
        const verb = ["request_changes", "reject", "mark_unverifiable"][at % 3] ?? "";
        const decision = { locale: "en", entryId, seenVersion: "1", verb, reason, next: "" };
        await send(people.moderator, "decideAction", decision);
        shown.push(...entryPages(people, entryId));
      }
      return shown;
    },
  },
  {
    ...{ actions: ["prepareBulkAction"], fields: ["reason"] },
    plant: async (people, of) => {
      const shown: Shown[] = [];
      for (const reason of of(long)) {
        const { by, led } = await sendOwn("prepareBulkAction", people, { reason });
        shown.push({ visitor: by, at: led });
      }
      return shown;
    },
  },
  {
    ...{ actions: ["writeNoteAction"], fields: ["text"] },
    plant: async (people, of) => {
      const entryId = await submittedBy(people.contributor);
      for (const text of of(long)) {
        await sendOwn("writeNoteAction", people, { text });
        await send(people.moderator, "writeNoteAction", { locale: "en", entryId, text });
      }
      return [onRecord(people, "KZ22-F12"), ...entryPages(people, entryId)];
    },
  },
  {
    ...{ actions: ["placeWithholdingAction"], fields: ["note"] },
    plant: async (people, of) => {
      const shown: Shown[] = [];
      for (const note of of(long)) {
        const { led } = await sendOwn("placeWithholdingAction", people, { note });
        shown.push({ visitor: people.moderator, at: led });
      }
      return [...shown, { visitor: people.moderator, at: "/en/moderate/records" }];
    },
  },
  {
    ...{ actions: ["liftWithholdingAction"], fields: ["reason"] },
    plant: async (people, of) => {
      const shown: Shown[] = [];
      for (const reason of of(long)) {
        const { led } = await sendOwn("liftWithholdingAction", people, { reason });
        shown.push({ visitor: people.moderator, at: led });
      }
      return shown;
    },
  },
];

const onPeople: Planting[] = [
  {
    ...{ actions: ["createInvitationAction"], fields: ["note"] },
    plant: async (people, of) => {
      for (const note of of(usual)) await sendOwn("createInvitationAction", people, { note, noteLooked: "yes" });
      return [
        { visitor: people.moderator, at: "/en/account/invitations" },
        { visitor: people.admin, at: "/en/admin/invitations" },
        { visitor: people.moderator, at: "/en/moderate/people" },
      ];
    },
  },
  {
    ...{ actions: ["suspendAccountAction"], fields: ["reason", "message"] },
    plant: async (people, of) => {
      const shown: Shown[] = [];
      for (const reason of of(long / 2)) {
        const { handle, id } = await createAccount("contributor");
        await send(people.admin, "suspendAccountAction", { userId: id, reason, message: reason });
        // Its owner is told at the sign-in.
        const owner = { handle, id: "", cookies: new Map<string, string>() };
        const form = await formOnPage(owner, "signInAction", {});
        if (form === null) throw new Error("Nobody can sign in.");
        const answer = await sendFromPage(owner, form, { locale: "en", handle, passphrase });
        shown.push({ visitor: owner, at: form.at, answer });
      }
      return [...shown, { visitor: people.admin, at: "/en/moderate/people" }];
    },
  },
  {
    ...{ actions: ["beginPasskeyAction", "addPasskeyAction", "renamePasskeyAction"], fields: ["name"] },
    plant: async (people, of) => {
      const [name = ""] = of(short);
      const { by } = await sendOwn("addPasskeyAction", people, { name });
      await sendOwn("renamePasskeyAction", people, { name });
      // Nobody has that many devices: the rows are as the form writes them.
      const [row] = await client.passkey.findMany({ where: { userId: by.id, name } });
      if (row === undefined) throw new Error("A passkey is kept under another name than it was given.");
      const data = of(short).map((text, at) => ({
        ...row,
        id: `planted${at}${by.id.slice(0, 8)}`,
        name: storable(text),
      }));
      await client.passkey.createMany({ data });
      return [{ visitor: by, at: "/en/account/second-step" }];
    },
  },
];

const languages = ["en", "kk", "ru", "tr"];
const inEach = (name: string, texts: (at: number) => string) =>
  Object.fromEntries(languages.map((language, at) => [`${name}_${language}`, texts(at)]));
const allOf = (name: string) => languages.map((language) => `${name}_${language}`);

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
function csvOf(rows: readonly Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => cell(row[name] ?? "")))]
    .map((one) => one.join(","))
    .join("\n");
}

/** A table of a wave with a payload in every name: as many rows as bring all of them into each column. */
async function fill(
  people: People,
  table: string,
  row: (texts: (at: number) => string, at: number) => Record<string, string>,
  of: Packs,
) {
  const packed = of(usual, leadsToNobody);
  const rows = packed.map((_, round) => row((at) => inRound(packed, round + at), round));
  const write = writes.find(({ action }) => action === "fillTableAction");
  if (write === undefined) throw new Error("There is no form of fillTableAction.");
  const { by, fields } = await write.prepare(people);
  await send(by, "fillTableAction", { ...fields, table, intent: "write", csv: csvOf(rows) });
  return { by, waveId: String(fields.waveId) };
}

const rowId = (at: number) => `planted-${at}-${randomUUID().replaceAll(/[^a-f]/g, "")}`;

const onWaves: Planting[] = [
  {
    ...{ actions: ["startWaveAction", "changeWaveAction"], fields: [...allOf("name"), ...allOf("summary")] },
    plant: async (people, of) => {
      const texts = {
        ...inEach("name", (at) => inRound(of(usual, leadsToNobody), at)),
        ...inEach("summary", (at) => inRound(of(long, leadsToNobody), at)),
      };
      await sendOwn("startWaveAction", people, texts);
      await sendOwn("changeWaveAction", people, texts);
      const waves = await client.wave.findMany({ where: { state: "draft" }, orderBy: { createdAt: "desc" }, take: 2 });
      const names = waves.map((wave) => asSeen((wave.names as Record<string, string>).en ?? ""));
      if (waves.length < 2 || names.some((name) => name !== asSeen(texts.name_en ?? "")))
        throw new Error("A wave is kept under another name than it was given.");
      // A year of a country has no place for so many waves: the texts of one hold them all.
      const all = Object.fromEntries(languages.map((language) => [language, storable(of(usual).join(" "))]));
      const id = waves[0]?.id ?? "";
      await client.wave.update({ where: { id }, data: { names: all, summary: all } });
      return ["/en/admin", "/en/admin/waves", `/en/admin/waves/${id}`].map((at) => ({ visitor: people.admin, at }));
    },
  },
  {
    ...{ actions: ["addRowAction", "fillTableAction"] },
    fields: [...allOf("name"), ...allOf("occupation"), "other_names"],
    plant: async (people, of) => {
      const named = (texts: (at: number) => string, at: number) => ({
        ...{ id: rowId(at), ...inEach("name", texts), other_names: texts(4) },
      });
      const filled = [
        await fill(people, "employers", (texts, at) => ({ ...named(texts, at), isic: "" }), of),
        await fill(people, "workforces", (texts, at) => ({ ...named(texts, at), ...inEach("occupation", texts) }), of),
      ];
      const texts = (at: number) => inRound(of(usual, leadsToNobody), at);
      const { by } = filled[0] ?? { by: people.admin };
      const one = { waveId: filled[0]?.waveId ?? "", table: "employers", id: rowId(0), ...inEach("name", texts) };
      await send(by, "addRowAction", { ...one, other_names: texts(4) });
      return filled.map(({ waveId }) => ({ visitor: by, at: `/en/admin/waves/${waveId}` }));
    },
  },
];

const saidOnceLength = 500;

/** A file whose headers are some of the texts, others in each, and whose cells are all of them, beginning with others in each. */
function fileOfRows(texts: readonly string[], number: number, headers: number): string {
  const places = Array.from({ length: headers }, (_, at) => number * headers + at);
  const header = ["date", ...places.map((at) => inRound(texts, at))];
  const rows = texts.map((_, row) => ["05.01.2022", ...places.map((at) => inRound(texts, at + row))]);
  return storable([header, ...rows].map((cells) => cells.map(cell).join(",")).join("\n"));
}

/** Files of rows, with payloads in their headers, cells and names, and in what is said once for all rows. */
const onFiles: Planting[] = [
  {
    ...{ actions: ["uploadFileAction", "saveMappingAction"], fields: ["text", "fixed.*"] },
    plant: async ({ contributor }, of) => {
      const shown: Shown[] = [];
      const [headers, saidOnce] = [of(usual), of(saidOnceLength)];
      for (const [at, once] of saidOnce.entries()) {
        const text = fileOfRows(headers, at, Math.ceil(headers.length / saidOnce.length));
        // A form with such a sign in the name of a file is read by nobody.
        const name = `${inRound(headers, at).replaceAll(/\p{Cc}/gu, "")}.csv`;
        const file = new File([text], name, { type: "text/csv" });
        const sent = { locale: "en", waveId: "kz22", kind: "figure", file };
        const { led } = await send(contributor, "uploadFileAction", sent);
        const batchId = /import\/([\w-]{36})/.exec(led ?? "")?.[1] ?? "";
        const columns = { "column.date": "0", "column.value": "1", "column.note": "2" };
        const fixed = { "fixed.claimant_name": once, "fixed.words": inRound(saidOnce, at + 1) };
        await send(contributor, "saveMappingAction", { locale: "en", batchId, ...columns, ...fixed });
        shown.push({ visitor: contributor, at: `/en/contribute/import/${batchId}` });
      }
      return [...shown, { visitor: contributor, at: "/en/contribute/import" }];
    },
  },
];

export const plantings: readonly Planting[] = [...onEntries, ...onPeople, ...onWaves, ...onFiles];

/** How the payloads are packed for fields of a length. */
export const packsOf =
  (payloads: readonly string[]): Packs =>
  (longest, only = () => true) =>
    packs(payloads.filter(only), longest);
