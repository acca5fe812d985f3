import type { ActionRow } from "@/lib/domain/wave-record";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { Messages } from "@/lib/shared/i18n/messages";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every text of totals; a key that does not exist does not compile. */
export type TotalsKey = Leaves<Messages["totals"]>;
export type TotalsWords = (key: TotalsKey, values?: Record<string, string | number>) => string;

/** What the views of totals format with. */
export type TotalsContext = ReadingContext & { words: TotalsWords };

export type NamedLink = { name: string; href: string };

export function claimLink(id: string, { recordHref }: TotalsContext): NamedLink {
  return { name: id, href: recordHref(id) };
}

/** Actions by their ids, each with its name and its page. */
export function actionLinks(context: TotalsContext): (id: string) => NamedLink {
  const actions = new Map(context.record.actions.map((action) => [action.id, action]));
  return (id) => ({ name: nameOf(actions.get(id), id, context), href: context.recordHref(id) });
}

function nameOf(action: ActionRow | undefined, id: string, context: TotalsContext): string {
  return action === undefined ? id : context.actionTitle(action);
}
