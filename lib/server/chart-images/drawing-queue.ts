import type { ChartVariant } from "@/lib/shared/chart/chart";
import type { ChartDrawing } from "@/lib/shared/chart/drawing";

export type DrawingOrder = { drawing: ChartDrawing; variant: ChartVariant; idPrefix: string };
export type DrawingAnswer = { svg: string } | { problem: string };

/** What the queue needs of a worker thread; a test gives it one that fails. */
export type DrawingThread = {
  postMessage(order: DrawingOrder): void;
  terminate(): unknown;
  unref(): void;
  on(event: "message", listener: (answer: DrawingAnswer) => void): unknown;
  on(event: "error", listener: (problem: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
};

type Waiting = { order: DrawingOrder; done(svg: string): void; failed(problem: Error): void };

export class DrawingProblem extends Error {
  override name = "DrawingProblem";
}

/** One worker, one order at a time. A worker that is silent, crashes or leaves is replaced with the next order. */
export class DrawingQueue {
  readonly #start: () => DrawingThread;
  readonly #patienceMs: number;
  readonly #waiting: Waiting[] = [];
  #thread: DrawingThread | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(start: () => DrawingThread, patienceMs = 20_000) {
    this.#start = start;
    this.#patienceMs = patienceMs;
  }

  draw(order: DrawingOrder): Promise<string> {
    return new Promise((done, failed) => {
      this.#waiting.push({ order, done, failed });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#current = next;
    try {
      const thread = this.#thread ?? this.#startThread();
      this.#timer = setTimeout(() => this.#replace(new DrawingProblem("The drawing took too long.")), this.#patienceMs);
      thread.postMessage(next.order);
    } catch (problem) {
      this.#replace(problem instanceof Error ? problem : new DrawingProblem(String(problem)));
    }
  }

  #startThread(): DrawingThread {
    const thread = this.#start();
    this.#thread = thread;
    // Drawing must not keep the process from ending.
    thread.unref();
    const ifCurrent = (act: () => void) => {
      if (this.#thread === thread) act();
    };
    thread.on("message", (answer) => ifCurrent(() => this.#answered(answer)));
    thread.on("error", (problem) => ifCurrent(() => this.#replace(problem)));
    thread.on("exit", () => ifCurrent(() => this.#replace(new DrawingProblem("The drawing worker ended."))));
    return thread;
  }

  #answered(answer: DrawingAnswer): void {
    const current = this.#settle();
    if ("svg" in answer) current?.done(answer.svg);
    else current?.failed(new DrawingProblem(answer.problem));
    this.#next();
  }

  #replace(problem: Error): void {
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.terminate();
    this.#settle()?.failed(problem);
    this.#next();
  }

  #settle(): Waiting | undefined {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = undefined;
    return current;
  }
}
