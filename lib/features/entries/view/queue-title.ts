type Said = {
  /** What it proposes, where its title is a number alone. */
  kind: string;
  /** What it is called while nothing of it can be said. */
  unnamed: string;
  amount: string | null;
};

/** The line of an entry in the queue, always in words; an amount that stands in its title is not said again. */
export function queueTitle(title: string | null, { kind, unnamed, amount }: Said): string {
  const inWords = title === null || /\p{L}/u.test(title);
  const named = title === null ? unnamed : inWords ? title : `${kind}: ${title}`;
  return amount === null || named.includes(amount) ? named : `${named}: ${amount}`;
}
