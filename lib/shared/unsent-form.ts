/** A form whose answer could not be made, as the page says it that is sent instead. */
export type UnsentForm = {
  /** What was sent, in order and with React's own fields, so that the same can be sent again; never a passphrase. */
  fields: readonly (readonly [name: string, value: string])[];
  hadPassphrase: boolean;
  hadFile: boolean;
  /**
   * saved: only the page about it failed. away: the database does not answer. signed_out: nobody is signed in any more.
   * too_large: a file of it was not taken. broken: something else.
   */
  outcome: "saved" | "away" | "signed_out" | "too_large" | "broken";
};
