import type { MapState } from "./map-types";

export type Ground = "strike" | "rally" | "both" | "nothing";

/** What is painted for a set of states: one ground, and over it hatch and veil, so that none hides another. */
export function groundOf(states: readonly MapState[]): { ground: Ground; hatched: boolean; veiled: boolean } {
  const strike = states.includes("strike");
  const rally = states.includes("rally");
  const ground = strike && rally ? "both" : strike ? "strike" : rally ? "rally" : "nothing";
  return { ground, hatched: states.includes("state_action"), veiled: states.includes("no_coverage") };
}

/** What is only possible is painted in its own colour and pattern, paler. */
export const paleOpacity = 0.4;

export type Coat = { fill: Ground | "hatch" | "veil" | "asked"; opacity: number | undefined };

/** How sure the states of a region are. */
export type Doubt = {
  /** Those of its states that are only possible. */
  possible?: readonly MapState[] | undefined;
  /** Something began earlier, and no one has said whether it went on. */
  notKnownWhetherOn?: boolean | undefined;
};

/** The coats of paint of a region, the lowest first: what is certain, over it what is only possible, then the marks. */
export function coatsOf(states: readonly MapState[], { possible = [], notKnownWhetherOn = false }: Doubt = {}): Coat[] {
  const sure = groundOf(states.filter((state) => !possible.includes(state))).ground;
  const { ground, hatched, veiled } = groundOf(states);
  const coats: Coat[] = [{ fill: sure, opacity: undefined }];
  if (ground !== sure) coats.push({ fill: ground, opacity: paleOpacity });
  if (hatched) coats.push({ fill: "hatch", opacity: possible.includes("state_action") ? paleOpacity : undefined });
  if (veiled) coats.push({ fill: "veil", opacity: undefined });
  // Beside a strike or a rally that is known to go on, one more that is not adds nothing to a colour.
  if (notKnownWhetherOn && ground === "nothing") coats.push({ fill: "asked", opacity: undefined });
  return coats;
}

export function describeStates(states: readonly MapState[], words: Readonly<Record<MapState, string>>): string {
  return states.map((state) => words[state]).join(", ");
}
