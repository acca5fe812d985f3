import type { Messages } from "@/lib/shared/i18n/messages";
import type { SpreadContext } from "./spread-context";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
export type RegionKey = Leaves<Messages["regions"]>;
export type RegionWords = (key: RegionKey, values?: Record<string, string | number>) => string;

/** The context of spread with the texts of single regions. */
export type RegionContext = SpreadContext & { say: RegionWords };
