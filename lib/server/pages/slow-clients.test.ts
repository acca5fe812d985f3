import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeSlowReaders } from "./slow-clients";

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
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  server = new EventEmitter();
  stop = closeSlowReaders(server as Server);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

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

test("connections that are closed are forgotten, and none is looked at after the end", () => {
  const gone = connect();
  gone.write(1000);
  gone.emit("close");
  const left = connect();
  left.write(1000);
  stop();
  vi.advanceTimersByTime(600_000);
  expect([gone.destroyed, left.destroyed]).toEqual([false, false]);
});
