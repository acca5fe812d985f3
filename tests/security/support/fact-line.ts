/** One line of `npm run security:report`. */
export type FactLine = { fact: string; tries: number; found: number; seconds: number };
