import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { Messages } from "@/lib/shared/i18n/messages";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
export type DemandKey = Leaves<Messages["demands"]>;

/** A reading page's context with the texts of demands. */
export type DemandContext = ReadingContext & {
  words: (key: DemandKey, values?: Record<string, string | number>) => string;
};
