import type { ViewContext } from "@/lib/features/figures/view/view-context";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { Messages } from "@/lib/shared/i18n/messages";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
export type SpreadKey = Leaves<Messages["spread"]>;
export type SpreadWords = (key: SpreadKey, values?: Record<string, string | number>) => string;

/** A reading page's context with the texts of spread in time, and what time axes are worded with. */
export type SpreadContext = ReadingContext & { words: SpreadWords; axis: ViewContext };
