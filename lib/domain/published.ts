/** What is in force of some records: what is retracted stands on its own page only. */
export function publishedOf<T extends { state: "published" | "retracted" }>(rows: readonly T[]): T[] {
  return rows.filter(({ state }) => state === "published");
}
