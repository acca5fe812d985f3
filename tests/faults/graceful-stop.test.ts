import { expect, test } from "vitest";
import { startOwnServer } from "../support/own-server";
import { onOwnDatabase } from "./support/on-own-database";
import { publicAddresses, WAVE } from "./support/public-addresses";
import { RawConnection } from "./support/raw-connection";

const running = onOwnDatabase();
/** How long the slow ones leave their answers lying; the server gives last answers longer than this. */
const takesMs = 1500;
const requestFor = (address: string) => `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

test("answers under way when the server is told to stop arrive whole, and it ends with 0", async () => {
  const server = await startOwnServer({ env: { DATABASE_URL: running.cluster.url } });
  const unread = (await publicAddresses(server.url)).plain.filter((address) => address.startsWith("/kk")).slice(0, 20);
  const idle = new RawConnection(server.port);
  await idle.exchange(requestFor("/en"));
  // Pages that must be made first, and pages whose readers take their time: both are under way when the signal comes.
  const made = unread.map((address) => new RawConnection(server.port).exchange(requestFor(address)));
  const slow = Array.from({ length: 10 }, () => new RawConnection(server.port));
  const taken = slow.map((connection) => {
    const answer = connection.exchange(requestFor(WAVE));
    connection.pause();
    setTimeout(() => connection.resume(), takesMs);
    return answer;
  });
  const arrived = Promise.allSettled([...made, ...taken]);
  let isMade = 0;
  for (const answer of made) void answer.then(() => (isMade += 1));
  // The first of them is there, so all have arrived; two are made at a time.
  await Promise.race(made);
  expect(isMade).toBeLessThan(made.length);
  const began = performance.now();
  const code = server.stop();
  const settled = await arrived;
  expect(settled.filter(({ status }) => status === "rejected")).toEqual([]);
  const answers = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  // Whoever waited for long enough before was told that the page is on its way, and that arrives whole as well.
  expect(answers.filter(({ status, head }) => status !== 200 && !/^refresh: 2\r?$/im.test(head))).toEqual([]);
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual(taken.map(() => 200));
  for (const { body } of answers) expect(body.toString("utf8").trimEnd()).toMatch(/<\/html>$|^[^<]/);
  expect(await code).toBe(0);
  expect(idle.isOpen).toBe(false);
  await expect(new RawConnection(server.port).exchange(requestFor(WAVE))).rejects.toThrow();
  console.log(
    `${answers.length} answers under way arrived whole; ended with 0 after ${Math.round(performance.now() - began)} ms.`,
  );
});
