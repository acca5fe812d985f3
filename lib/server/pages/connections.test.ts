import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from "node:http";
import { type AddressInfo, connect as connectSocket } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connections } from "./connections";

/** A connection whose reader takes as much as the test says of what was written to it. */
class Connection extends EventEmitter {
  destroyed = false;
  bytesWritten = 0;
  writableLength = 0;

  write(bytes: number): void {
    this.bytesWritten += bytes;
    this.writableLength += bytes;
  }

  take(bytes: number): void {
    this.writableLength = Math.max(0, this.writableLength - bytes);
  }

  destroy(): void {
    this.destroyed = true;
    this.emit("close");
  }
}

let server: EventEmitter;

function connect(): Connection {
  const connection = new Connection();
  server.emit("connection", connection);
  return connection;
}
/** Time in which the reader takes so much every five seconds. */
function pass(seconds: number, connection: Connection, takes = 0): void {
  for (let at = 0; at < seconds; at += 5) {
    connection.take(takes);
    vi.advanceTimersByTime(5000);
  }
}

describe("a reader", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    server = new EventEmitter();
    new Connections(server as Server);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("an answer nobody takes is given up after a minute, not before", () => {
    const connection = connect();
    connection.write(100_000);
    pass(60, connection);
    expect(connection.destroyed).toBe(false);
    pass(10, connection);
    expect(connection.destroyed).toBe(true);
  });

  test("a reader on a slow line is served to the end, however long it takes", () => {
    const connection = connect();
    connection.write(1_000_000);
    pass(3600, connection, 1001);
    expect(connection.destroyed).toBe(false);
  });

  // Once what was taken was added up until it was enough, so that twenty bytes a second held a connection for ever.
  test("a reader who takes a little now and then only to stay is closed", () => {
    const connection = connect();
    connection.write(1_000_000);
    pass(70, connection, 900);
    expect(connection.destroyed).toBe(true);
  });

  test("a connection on which nothing is to be sent may wait", () => {
    const connection = connect();
    pass(3600, connection);
    connection.write(1000);
    pass(55, connection);
    expect(connection.destroyed).toBe(false);
  });

  test("a pause counts anew after something was taken", () => {
    const connection = connect();
    connection.write(1_000_000);
    pass(50, connection);
    pass(5, connection, 5000);
    pass(55, connection);
    expect(connection.destroyed).toBe(false);
    pass(10, connection);
    expect(connection.destroyed).toBe(true);
  });

  test("connections that are closed are forgotten", () => {
    const gone = connect();
    gone.write(1000);
    gone.emit("close");
    vi.advanceTimersByTime(600_000);
    expect(gone.destroyed).toBe(false);
  });
});

describe("a server that is told to stop", () => {
  const large = Buffer.alloc(20_000_000, "x");

  async function serve(handler: RequestListener): Promise<{ port: number; stop: () => Promise<void> }> {
    const real = createServer();
    const connections = new Connections(real);
    real.on("request", (asked, response) => {
      connections.noteRequest(asked, response);
      handler(asked, response);
    });
    real.listen(0, "127.0.0.1");
    await once(real, "listening");
    return { port: (real.address() as AddressInfo).port, stop: () => connections.stop() };
  }

  function ask(port: number): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request({ port, host: "127.0.0.1" }, resolve).on("error", reject).end();
    });
  }

  async function bytesOf(answer: IncomingMessage): Promise<number> {
    let bytes = 0;
    for await (const piece of answer) bytes += (piece as Buffer).length;
    return bytes;
  }

  test("sends what is written but not yet taken to its end", async () => {
    const { port, stop } = await serve((_, response) => response.end(large));
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(port)));
    const stopped = stop();
    expect(await Promise.all(answers.map(bytesOf))).toEqual(answers.map(() => large.length));
    await stopped;
  });

  test("waits for an answer that is still being made, and closes its connection after it", async () => {
    const asked = Promise.withResolvers<() => void>();
    const { port, stop } = await serve((_, response) => asked.resolve(() => response.end("made")));
    const answer = ask(port);
    const finish = await asked.promise;
    const stopped = stop();
    finish();
    expect(await bytesOf(await answer)).toBe(4);
    await stopped;
  });

  test("takes a request that is on its way, and keeps no connection open for another", async () => {
    const { port, stop } = await serve((_, response) => response.end("late"));
    const socket = connectSocket(port, "127.0.0.1");
    await once(socket, "connect");
    let text = "";
    socket.on("data", (piece) => {
      text += piece;
    });
    const stopped = stop();
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(socket, "end");
    expect(text).toMatch(/200 OK[\s\S]*Connection: close[\s\S]*late$/);
    socket.end();
    await stopped;
  });

  test("closes connections that only wait", async () => {
    const { port, stop } = await serve((_, response) => response.end());
    const socket = connectSocket(port, "127.0.0.1");
    await once(socket, "connect");
    const closed = once(socket, "close");
    await stop();
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});
