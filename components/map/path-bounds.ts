import type { Box } from "./label-placement";

const COMMANDS = /([MmLlHhVvZz])([^MmLlHhVvZz]*)/g;
const NUMBERS = /-?(?:\d*\.\d+|\d+)/g;

/** The box round an outline of straight lines; null when it has no point. */
export function pathBounds(path: string): Box | null {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  for (const [, command = "", values = ""] of path.matchAll(COMMANDS)) {
    if (command === "Z" || command === "z") [x, y] = start;
    for (const [index, step] of stepsOf(command, values).entries()) {
      [x, y] = [
        step.x === null ? x : step.x + (step.isRelative ? x : 0),
        step.y === null ? y : step.y + (step.isRelative ? y : 0),
      ];
      if (index === 0 && command.toUpperCase() === "M") start = [x, y];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box.left === Infinity ? null : box;
}

type Step = { x: number | null; y: number | null; isRelative: boolean };

function stepsOf(command: string, values: string): Step[] {
  const numbers = (values.match(NUMBERS) ?? []).map(Number);
  const isRelative = command !== command.toUpperCase();
  if (command === "H" || command === "h") return numbers.map((x) => ({ x, y: null, isRelative }));
  if (command === "V" || command === "v") return numbers.map((y) => ({ x: null, y, isRelative }));
  return numbers.flatMap((x, index) => {
    const y = numbers[index + 1];
    return index % 2 === 0 && y !== undefined ? [{ x, y, isRelative }] : [];
  });
}
