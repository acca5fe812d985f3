import type { FilterName } from "./search-params";

/** What a page depends on: the record of one wave by its id, that of all waves, or nothing that is ever published. */
export type AddressScope = { wave: string } | "all" | "none";

/** What a single page reads beside what all of them do. */
export type OwnName = "at" | "order" | "regions" | "workforces";

/** One public address as the record knows it. */
export type PublicAddress = {
  /** The query in its canonical form, without "?": what the page reads, in a fixed order, and nothing else. */
  query: string;
  /** The names whose value is none of the page's; the canonical query carries them as `left_out`. Empty when all fit. */
  leftOut: readonly (FilterName | OwnName)[];
  scope: AddressScope;
};

/** Which public addresses exist, as of one edition of the record. */
export type AddressBook = {
  /**
   * `route` is the pattern of the app folder without its groups, such as `/[locale]/waves/[wave]/timeline`; `params` the
   * decoded values of its dynamic parts. Null when there is no such page (unknown wave, region, record, language).
   * A route the book does not know reads no parameter and depends on everything: safe for a new page.
   */
  find(route: string, params: Readonly<Record<string, string>>, query: URLSearchParams): PublicAddress | null;
  /** Paths worth finishing before anybody asks, most wanted first: the dashboards of every wave and the first pages. */
  readonly ahead: readonly string[];
};
