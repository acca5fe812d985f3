const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
const before = [
  "",
  "\t",
  "\r",
  "\n",
  "x\n",
  "x\r",
  "x;",
  "x\t",
  "x,",
  'x";',
  'x"\n',
  'x;"',
  "x\r\n",
  " ",
  "\u00a0",
  "\u200b",
  "\ufeff",
  '"',
];

/** What a spreadsheet would run, at the beginning of a cell and behind what begins another. */
export const formulaPayloads: readonly string[] = before.flatMap((lead) =>
  signs.map((sign) => `${lead}${sign}cmd|' /C calc'!A0`),
);
