/** The light colours of app/globals.css, for files that leave the page; a test holds the two together. */
export const LIGHT_PALETTE = {
  paper: "#fbfaf5",
  "paper-2": "#f1eee4",
  ink: "#1a1916",
  "ink-2": "#5c584f",
  rule: "#d9d5c8",
  "rule-2": "#8d887b",
  strike: "#b83311",
  rally: "#b57f16",
  solidarity: "#2a5d9e",
  "state-action": "#4a4a4a",
  unknown: "#767165",
  veil: "#6f6a5e",
} as const;
