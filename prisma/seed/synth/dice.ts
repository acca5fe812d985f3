/** Chance that falls the same way each time: one throw for each thing and purpose, in whatever order they are made. */
export type Dice = {
  /** From 0 to below 1, always the same for this thing and purpose. */
  chance(thing: number, purpose: string): number;
  /** A whole number from 0 to below `below`. */
  upTo(below: number, thing: number, purpose: string): number;
  /** One of `all`. */
  pick<T>(all: readonly [T, ...T[]], thing: number, purpose: string): T;
};

export function makeDice(seed: number): Dice {
  const salts = new Map<string, number>();
  const chance = (thing: number, purpose: string) => {
    const salt = salts.get(purpose) ?? saltOf(purpose, seed);
    salts.set(purpose, salt);
    return mixed(Math.imul(thing, 0x9e3779b1) ^ salt) / 2 ** 32;
  };
  const upTo = (below: number, thing: number, purpose: string) => Math.floor(chance(thing, purpose) * below);
  return { chance, upTo, pick: (all, thing, purpose) => all[upTo(all.length, thing, purpose)] ?? all[0] };
}

function saltOf(purpose: string, seed: number): number {
  return [...purpose].reduce((salt, letter) => mixed(salt ^ letter.charCodeAt(0)), mixed(seed));
}

/** Every bit of the number moves about half of the answer's bits. */
function mixed(number: number): number {
  let bits = (number + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return (bits ^ (bits >>> 14)) >>> 0;
}
