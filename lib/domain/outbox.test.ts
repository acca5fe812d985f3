import fc from "fast-check";
import { expect, test } from "vitest";
import { afterEvent, isDue, nextDue, type OutboxEvent, type OutboxState, SAVED, waitMs, withLine } from "./outbox";

const why = fc.constantFrom("no_line", "server_away", "signed_out");
/** What can happen on the way: the request may arrive or not, and its answer may arrive or not. */
const happening = fc.oneof(
  fc.record({ type: fc.constant("try" as const), arrives: fc.boolean(), answers: fc.boolean(), why }),
  fc.constant({ type: "reloaded" as const }),
  fc.constant({ type: "asked_again" as const }),
  fc.constant({ type: "another_tab" as const }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** A server that knows an entry by its key, as Turnout's does. */
function keyedServer() {
  const entries: string[] = [];
  return {
    entries,
    take(key: string) {
      const isNew = !entries.includes(key);
      if (isNew) entries.push(key);
      return { outcome: "received", entryId: key, as: isNew ? "submitted" : "sent_before" } as const;
    },
  };
}

function live(happenings: readonly Happening[]) {
  const server = keyedServer();
  let state: OutboxState = SAVED;
  let now = 0;
  const tell = (event: OutboxEvent) => {
    state = afterEvent(state, event, now);
  };
  let sentAfterReceipt = 0;
  for (const one of happenings) {
    now += 1_000_000;
    if (one.type === "reloaded") tell({ type: "interrupted" });
    else if (one.type === "asked_again") tell({ type: "asked_again" });
    else if (one.type === "another_tab") server.take("key");
    else {
      const wasReceived = state.is === "received";
      if (!isDue(state, now)) continue;
      tell({ type: "send" });
      if (wasReceived) sentAfterReceipt += 1;
      const answer = one.arrives ? server.take("key") : null;
      if (one.answers) tell({ type: "answered", answer: answer ?? { outcome: one.why } });
    }
  }
  return { server, state: () => state, tell, now: () => now, sentAfterReceipt };
}

test("whatever happens in whatever order, there is at most one entry, and one once the line is back", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      const { server, state, tell, now, sentAfterReceipt } = live(happenings);
      expect(server.entries.length).toBeLessThanOrEqual(1);
      expect(sentAfterReceipt).toBe(0);
      if (state().is === "received") expect(server.entries).toEqual(["key"]);
      // The page is opened again on a good line.
      tell({ type: "interrupted" });
      tell({ type: "asked_again" });
      if (isDue(state(), now())) {
        tell({ type: "send" });
        tell({ type: "answered", answer: server.take("key") });
      }
      expect(state().is).toBe("received");
      expect(server.entries).toEqual(["key"]);
    }),
  );
});

test("what was received is never sent again and nothing changes it", () => {
  const received = afterEvent({ is: "sending", tries: 1 }, { type: "answered", answer: keyedServer().take("k") }, 5);
  expect(received).toEqual({ is: "received", entryId: "k", as: "submitted", at: 5 });
  for (const type of ["send", "interrupted", "asked_again", "written"] as const) {
    expect(afterEvent(received, { type }, 9)).toBe(received);
  }
  expect(isDue(received, Number.MAX_SAFE_INTEGER)).toBe(false);
});

test("what was refused waits for its author, never for a time", () => {
  const answer = { outcome: "refused", because: "role", fields: {} } as const;
  const refused = afterEvent({ is: "sending", tries: 3 }, { type: "answered", answer }, 0);
  expect(isDue(refused, Number.MAX_SAFE_INTEGER)).toBe(false);
  expect(afterEvent(refused, { type: "asked_again" }, 0)).toEqual(SAVED);
  expect(nextDue([refused])).toBeNull();
});

test("an answer that nobody waits for any more changes nothing", () => {
  const late = { type: "answered", answer: { outcome: "no_line" } } as const;
  expect(afterEvent(SAVED, late, 100)).toBe(SAVED);
});

test("each try in vain waits twice as long, a quarter of an hour at most", () => {
  expect([1, 2, 3, 4].map(waitMs)).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(waitMs(50)).toBe(900_000);
  expect(waitMs(0)).toBe(5000);
  const failed = (state: OutboxState) =>
    afterEvent(afterEvent(state, { type: "send" }, 0), { type: "answered", answer: { outcome: "no_line" } }, 100);
  expect(failed(SAVED)).toEqual({ is: "saved", tries: 1, notBefore: 5100, for: "no_line" });
  expect(failed(failed(SAVED))).toMatchObject({ tries: 2, notBefore: 10_100 });
});

test("a line that is back ends the waiting for one, but not for a server that is away", () => {
  const waitingFor = (why: "no_line" | "server_away" | "signed_out"): OutboxState =>
    ({ is: "saved", tries: 4, notBefore: 500, for: why }) as const;
  expect(isDue(withLine(waitingFor("no_line"), 100), 100)).toBe(true);
  expect(isDue(withLine(waitingFor("server_away"), 100), 100)).toBe(false);
  expect(isDue(withLine(waitingFor("signed_out"), 100), 100)).toBe(true);
  expect(nextDue([waitingFor("server_away"), { ...SAVED, notBefore: 40 } as OutboxState])).toBe(40);
  expect(nextDue([waitingFor("signed_out")])).toBeNull();
});
