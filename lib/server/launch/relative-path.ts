const TENTHS = 10;

/**
 * The same outline with every point told from the one before: a page carries the map twice, and so it takes half the
 * bytes compressed. Steps are taken between points already rounded to tenths, so that no error adds up along a border.
 * Takes what `geoPath().digits(1)` writes: M, L and Z only.
 */
export function relativePath(path: string): string {
  let at: readonly [number, number] = [0, 0];
  let start = at;
  let last = "";
  const steps = (path.match(/[MLZ][^MLZ]*/g) ?? []).map((part) => {
    const [before, command] = [last, part.charAt(0)];
    last = command;
    if (command === "Z") {
      at = start;
      return "Z";
    }
    const [x = 0, y = 0] = part
      .slice(1)
      .split(",")
      .map((number) => Math.round(Number(number) * TENTHS));
    const [fromX, fromY] = at;
    at = [x, y];
    if (command === "L") return before === "L" ? next(x - fromX, y - fromY) : `l${pair(x - fromX, y - fromY)}`;
    start = at;
    return `M${pair(x, y)}`;
  });
  return steps.join("");
}

/** A step after a step: it needs no letter, and before a sign not even a space. */
function next(x: number, y: number): string {
  const step = pair(x, y);
  return step.startsWith("-") ? step : ` ${step}`;
}

function pair(x: number, y: number): string {
  const [first, second] = [shortest(x), shortest(y)];
  return second.startsWith("-") ? `${first}${second}` : `${first},${second}`;
}

function shortest(tenths: number): string {
  return String(tenths / TENTHS).replace(/^(-?)0\./, "$1.");
}
