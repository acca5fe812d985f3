/** A text by language code. */
export type Texts = Partial<Record<"en" | "kk" | "ru" | "tr", string>>;
