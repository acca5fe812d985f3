import { expect, test } from "vitest";
import { makeBell } from "./bell";

const never = 2 ** 30;

test("wakes whoever waits, and whoever comes after it rang, once", async () => {
  const bell = makeBell();
  const waiting = bell.heard(never);
  bell.ring();
  await waiting;
  bell.ring();
  bell.ring();
  await bell.heard(never);
  let heard = false;
  const next = bell.heard(never).then(() => {
    heard = true;
  });
  await Promise.resolve();
  expect(heard).toBe(false);
  bell.ring();
  await next;
});

test("forgets that it rang when it is silenced, and ends a wait by itself", async () => {
  const bell = makeBell();
  bell.ring();
  bell.silence();
  let heard = false;
  const waiting = bell.heard(20).then(() => {
    heard = true;
  });
  await Promise.resolve();
  expect(heard).toBe(false);
  await waiting;
});
