import type { Server } from "node:http";
import type { Socket } from "node:net";

const sweepMs = 5000;
/** For how long a reader may leave an answer lying in the connection before it is closed. */
const patienceMs = 60_000;
/** What a reader must take between two sweeps to count as reading: 200 bytes a second. */
const slowestBytes = 1000;

/**
 * Closes connections whose reader takes nothing: an answer that is never fetched would hold its bytes for ever. Senders
 * who dawdle are Node's own business (headersTimeout, requestTimeout). Returns the way to stop watching.
 */
export function closeSlowReaders(server: Server): () => void {
  const sockets = new Map<Socket, { taken: number; since: number }>();
  server.on("connection", (socket: Socket) => {
    sockets.set(socket, { taken: 0, since: Date.now() });
    socket.once("close", () => sockets.delete(socket));
  });
  const sweep = setInterval(() => {
    const now = Date.now();
    for (const [socket, last] of sockets) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || taken - last.taken > slowestBytes) last.since = now;
      else if (now - last.since > patienceMs) socket.destroy();
      last.taken = taken;
    }
  }, sweepMs).unref();
  return () => clearInterval(sweep);
}
