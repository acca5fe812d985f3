import { attackRequests } from "./attack-requests";
import { RawConnection } from "./raw-connection";

export type AttackOrder = { port: number; requests: number; connections: number; addresses: string[] };
export type AttackReport = { sent: number; statuses: Record<string, number>; broken: number; seconds: number };

/* The attacker, in a process of its own: sends what it is told to as fast as the server answers. */
async function attack({ port, requests, connections, addresses }: AttackOrder): Promise<AttackReport> {
  const nextRequest = attackRequests(addresses);
  const statuses: Record<string, number> = {};
  const began = performance.now();
  let [sent, broken] = [0, 0];
  const one = async () => {
    const connection = new RawConnection(port);
    while (sent < requests) {
      sent += 1;
      const { text, hasBody } = nextRequest();
      try {
        const { status } = await connection.exchange(text, { hasBody, timeoutMs: 60_000 });
        statuses[status] = (statuses[status] ?? 0) + 1;
      } catch {
        broken += 1;
      }
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return { sent, statuses, broken, seconds: (performance.now() - began) / 1000 };
}

process.once("message", (order: AttackOrder) => {
  void attack(order).then((report) => {
    process.send?.(report);
    process.disconnect();
  });
});
