import type { MapState } from "./map-types";

export type Ground = "strike" | "rally" | "both" | "nothing";

/** What is painted for a set of states: one ground, and over it hatch and veil, so that none hides another. */
export function groundOf(states: readonly MapState[]): { ground: Ground; hatched: boolean; veiled: boolean } {
  const strike = states.includes("strike");
  const rally = states.includes("rally");
  const ground = strike && rally ? "both" : strike ? "strike" : rally ? "rally" : "nothing";
  return { ground, hatched: states.includes("state_action"), veiled: states.includes("no_coverage") };
}

export function describeStates(states: readonly MapState[], words: Readonly<Record<MapState, string>>): string {
  return states.map((state) => words[state]).join(", ");
}
