import { parentPort } from "node:worker_threads";
import { openDrawingBoard } from "./drawing-board";
import type { DrawingAnswer, DrawingOrder } from "./drawing-queue";

/** The thread of `DrawingQueue`: orders in, SVG out. */
const draw = openDrawingBoard();

parentPort?.on("message", (order: DrawingOrder) => {
  void draw.then((make) => parentPort?.postMessage(answer(make, order)));
});

function answer(make: Awaited<typeof draw>, order: DrawingOrder): DrawingAnswer {
  try {
    return { svg: make(order) };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
