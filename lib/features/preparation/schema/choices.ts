/** What a place can be. Forms in the browser offer it, so it stands apart from what checks with zod, which tries `eval`. */
export const PLACE_KINDS = ["city", "settlement", "site"] as const;
