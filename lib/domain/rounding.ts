/** `above`: say "more than value"; `below`: say "less than value"; `exact`: the number, rounded in the ordinary way. */
export type Rounded = { value: number; bound: "below" | "exact" | "above" };

/**
 * Rounds a share in percent to `digits` decimals without flattering: what is not 100 never becomes 100 and what is not 0
 * never becomes 0. 99.97 at one digit is "more than 99.9", 0.02 is "less than 0.1". 0 and 100 stay themselves.
 */
export function roundPercent(percent: number, digits: number): Rounded {
  const step = 10 ** -digits;
  const value = roundTo(percent, digits);
  if (percent < 100 && value >= 100) return { value: roundTo(100 - step, digits), bound: "above" };
  if (percent > 0 && value <= 0) return { value: roundTo(step, digits), bound: "below" };
  return { value, bound: "exact" };
}

// toFixed rounds the decimal digits a reader sees; multiplying first would make 1.15 out of 1.1499999999999999.
function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
