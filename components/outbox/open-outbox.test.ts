import fc from "fast-check";
import { expect, test } from "vitest";
import { SAVED, type SendOutcome } from "@/lib/domain/outbox";
import type { OutboxItem } from "@/lib/shared/outbox/item";
import { OpenOutbox, type OutboxDoors } from "./open-outbox";

const itemOf = (key: string, number = "1200"): OutboxItem => ({
  ...{ format: 1, key, kind: "figure", title: "Log a figure", locale: "en", account: "mark" },
  ...{ fields: [["number", number]], images: [], writtenAt: 1, state: SAVED },
});

/** One device and one server, with a line that can be cut before or after the request arrives. */
function world(keys: readonly string[]) {
  const kept = new Map(keys.map((key) => [key, itemOf(key)]));
  const entries = new Map<string, string>();
  const line: ("whole" | "cut" | "no_answer")[] = [];
  let [now, busy, requests] = [0, false, 0];
  const doors: OutboxDoors = {
    read: async () => [...kept.values()],
    readOne: async (key) => kept.get(key) ?? null,
    write: async (item) => void kept.set(item.key, item),
    remove: async (key) => void kept.delete(key),
    async send(item): Promise<SendOutcome> {
      requests += 1;
      const how = line.shift() ?? "whole";
      await Promise.resolve();
      if (how === "cut") return { outcome: "no_line" };
      const as = entries.has(item.key) ? "sent_before" : "submitted";
      entries.set(item.key, item.fields[0]?.[1] ?? "");
      return how === "no_answer" ? { outcome: "no_line" } : { outcome: "received", entryId: item.key, as };
    },
    async alone(work) {
      if (busy) return;
      busy = true;
      await work().finally(() => {
        busy = false;
      });
    },
    now: () => now,
  };
  const later = () => {
    now += 10_000_000;
  };
  return { kept, entries, line, doors, later, requests: () => requests };
}

test("two tabs on any line make one entry of each thing, and send nothing that was received", async () => {
  const act = fc.record({ tab: fc.nat({ max: 1 }), what: fc.constantFrom("send", "line", "reload", "again") });
  const lines = fc.array(fc.constantFrom("whole", "cut", "no_answer"));
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 20 }), lines, async (acts, line) => {
      const { kept, entries, line: used, doors, later, requests } = world(["a", "b"]);
      used.push(...line);
      const tabs = [new OpenOutbox(doors), new OpenOutbox(doors)];
      await Promise.all(
        acts.map(async ({ tab, what }) => {
          later();
          if (what === "reload") tabs[tab] = new OpenOutbox(doors);
          else if (what === "again") await tabs[tab]?.askAgain("a");
          else await tabs[tab]?.sendDue({ lineIsBack: what === "line" });
        }),
      );
      used.length = 0;
      const last = new OpenOutbox(doors);
      later();
      await last.sendDue({ lineIsBack: true });
      expect([...entries.keys()].toSorted()).toEqual(["a", "b"]);
      expect(last.items().map(({ state }) => state.is)).toEqual(["received", "received"]);
      const before = requests();
      await last.sendDue({ lineIsBack: true });
      expect(requests()).toBe(before);
      expect([...kept.values()].flatMap(({ fields }) => fields)).toEqual([]);
    }),
  );
});

test("what is written anew while the old words are under way is sent too", async () => {
  const { kept, entries, doors } = world(["a"]);
  const outbox = new OpenOutbox({
    ...doors,
    async send(item) {
      const answer = await doors.send(item);
      if (item.writtenAt === 1) kept.set("a", { ...itemOf("a", "1300"), writtenAt: 2 });
      return answer;
    },
  });
  await outbox.sendDue();
  expect(kept.get("a")?.state).toEqual(SAVED);
  await outbox.sendDue();
  expect(entries).toEqual(new Map([["a", "1300"]]));
  expect(kept.get("a")?.state.is).toBe("received");
});

test("what was taken out while it was under way stays out", async () => {
  const { kept, doors } = world(["a"]);
  const outbox = new OpenOutbox({
    ...doors,
    async send(item) {
      kept.delete(item.key);
      return doors.send(item);
    },
  });
  await outbox.sendDue();
  expect([kept.size, outbox.items()]).toEqual([0, []]);
});

test("where each thing stands is told to whoever looks", async () => {
  const { line, doors, later } = world(["a"]);
  line.push("cut");
  const outbox = new OpenOutbox(doors);
  const seen: string[] = [];
  outbox.subscribe(() =>
    seen.push(
      outbox
        .items()
        .map(({ state }) => state.is)
        .join(),
    ),
  );
  await outbox.sendDue();
  expect(seen).toEqual(["saved", "sending", "saved"]);
  expect(outbox.nextDue()).toBe(5000);
  later();
  await outbox.sendDue();
  expect(seen.at(-1)).toBe("received");
});

test("what was refused is mended and sent under the same key, as what it says now", async () => {
  const { kept, entries, doors, later } = world(["a"]);
  const fields = { number: "number_unreadable", note: "too_long" };
  kept.set("a", { ...itemOf("a", "twelve"), state: { is: "refused", because: "check_fields", fields } });
  const outbox = new OpenOutbox(doors);
  await outbox.refresh();
  later();
  await outbox.change(
    "a",
    new Map([
      ["number", "12"],
      ["note", "short"],
    ]),
  );
  expect([...entries]).toEqual([["a", "12"]]);
  expect(outbox.items().map(({ state }) => state.is)).toEqual(["received"]);
  await outbox.change("gone", new Map([["number", "13"]]));
  expect(entries.size).toBe(1);
});

test("what was not taken because something else was sent under its key keeps its words, and goes as an entry of its own", async () => {
  const { kept, entries, doors, later } = world(["a"]);
  kept.set("a", { ...itemOf("a", "1300"), fields: [["submissionKey", "a"]] });
  const outbox = new OpenOutbox({
    ...doors,
    send: async (item) =>
      item.key === "a" ? { outcome: "refused", because: "sent_otherwise", fields: {} } : doors.send(item),
  });
  await outbox.sendDue();
  expect(kept.get("a")).toMatchObject({ fields: [["submissionKey", "a"]], state: { is: "refused" } });
  later();
  await outbox.sendAsNew("a");
  expect(outbox.items().map(({ state }) => state.is)).toEqual(["received"]);
  const [[key, said] = []] = [...entries];
  expect([kept.has("a"), said, key]).toEqual([false, key, expect.stringMatching(/^[\da-f-]{36}$/)]);
  await outbox.sendAsNew("gone");
  expect(kept.size).toBe(1);
});
