import { connect, type Socket } from "node:net";
import type { FromListeners, ToListeners } from "./listeners";

/*
 * Open dashboards: connections that asked for events and wait. Raw sockets, because 5,000 of anything heavier would
 * measure the listener and not the server.
 */
type Listener = { socket: Socket; text: string; events: number };

const listeners: Listener[] = [];
let closed = 0;
let refused = 0;

function tell(message: FromListeners): void {
  process.send?.(message);
}

function heard(listener: Listener, piece: string): void {
  listener.text = (listener.text + piece).slice(-4000);
  for (let end = listener.text.indexOf("\n\n"); end >= 0; end = listener.text.indexOf("\n\n")) {
    const message = listener.text.slice(0, end);
    listener.text = listener.text.slice(end + 2);
    if (!/^event: ?published$/m.test(message)) continue;
    listener.events += 1;
    tell({ event: { at: Date.now(), count: listener.events } });
  }
}

/** Resolves once the head of the answer has come. */
function open(host: string, port: number, path: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const listener: Listener = { socket, text: "", events: 0 };
    let head = "";
    let isOpen = false;
    socket.setEncoding("utf8");
    socket.on("error", () => undefined);
    socket.once("close", () => {
      closed += 1;
      resolve();
    });
    socket.on("data", (piece: string) => {
      if (isOpen) return heard(listener, piece);
      head += piece;
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!head.startsWith("HTTP/1.1 200")) refused += 1;
      else listeners.push(listener);
      isOpen = true;
      heard(listener, head.slice(end + 4));
      resolve();
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: text/event-stream\r\n\r\n`);
  });
}

async function openAll({ host, port, path, count }: Extract<ToListeners, { open: object }>["open"]): Promise<void> {
  const atOnce = 50;
  for (let at = 0; at < count; at += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - at) }, () => open(host, port, path)));
  }
  tell({ opened: listeners.length, refused });
}

process.on("message", (message: ToListeners) => {
  if ("open" in message) void openAll(message.open);
  else if ("count" in message) tell({ open: listeners.length - closed, closed });
  else {
    for (const { socket } of listeners) socket.destroy();
    tell({ left: true });
  }
});
