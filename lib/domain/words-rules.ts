/** The plural words that stand for a number nobody counted. */
export const PLURALS = [
  "tens",
  "dozens",
  "hundreds",
  "thousands",
  "tens_of_thousands",
  "hundreds_of_thousands",
  "millions",
] as const;
export type Plural = (typeof PLURALS)[number];

export const RULE_SET_IDS = ["turnout", "ccc", "count_love", "words_only"] as const;
export type RuleSetId = (typeof RULE_SET_IDS)[number];

/**
 * How a body reads plurals. `plurals` gives the number, null where the body keeps the words alone; `openAbove` says
 * whether the number is the least there were or the whole of it.
 */
export type RuleSet = {
  id: RuleSetId;
  version: number;
  openAbove: boolean;
  plurals: Record<Plural, number | null>;
};

/**
 * - `turnout`: ours. The smallest number the plural can mean, open above.
 * - `ccc`: Crowd Counting Consortium, data dictionary; low and high alike, dozens as text only.
 * - `count_love`: countlove.org/faq; thousands and above follow its pattern by inference.
 * - `words_only`: as ACLED, the text is kept and no number made of it.
 */
export const RULE_SETS: Record<RuleSetId, RuleSet> = {
  turnout: {
    id: "turnout",
    version: 1,
    openAbove: true,
    plurals: {
      tens: 20,
      dozens: 24,
      hundreds: 200,
      thousands: 2000,
      tens_of_thousands: 20_000,
      hundreds_of_thousands: 200_000,
      millions: 2_000_000,
    },
  },
  ccc: {
    id: "ccc",
    version: 1,
    openAbove: false,
    plurals: {
      tens: null,
      dozens: null,
      hundreds: 200,
      thousands: 2000,
      tens_of_thousands: 20_000,
      hundreds_of_thousands: 200_000,
      millions: null,
    },
  },
  count_love: {
    id: "count_love",
    version: 1,
    openAbove: false,
    plurals: {
      tens: null,
      dozens: 20,
      hundreds: 100,
      thousands: 1000,
      tens_of_thousands: 10_000,
      hundreds_of_thousands: 100_000,
      millions: null,
    },
  },
  words_only: {
    id: "words_only",
    version: 1,
    openAbove: false,
    plurals: {
      tens: null,
      dozens: null,
      hundreds: null,
      thousands: null,
      tens_of_thousands: null,
      hundreds_of_thousands: null,
      millions: null,
    },
  },
};
