import type { ReactNode } from "react";
import type { ListItem } from "@/lib/features/waves/view/facets";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { ItemMarks } from "./item-marks";
import { ToneSign } from "./tone-sign";

type Props = { item: ListItem; context: ReadingContext; children?: ReactNode };

/** One record in a list: what it is, when and where, what was counted, how sure it is; its title leads to its claims. */
export function ItemRow({ item, context, children }: Props) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-rule py-3 sm:grid-cols-[11rem_1fr]">
      <p className="text-sm text-ink-2">
        {item.when}
        <span className="mt-0.5 flex items-center gap-1.5">
          <ToneSign tone={item.tone} />
          {item.kindLabel}
        </span>
      </p>
      <div>
        <p>
          <a href={item.href} className="font-semibold">
            {item.title}
          </a>
        </p>
        {item.details.map(({ text, href }) => (
          <p key={`${href} ${text}`} className="text-sm">
            {href === null ? text : <a href={href}>{text}</a>}
          </p>
        ))}
        {children}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          {item.place ? <span>{item.place}</span> : null}
          <span>{context.t("list.sources", { count: item.sources })}</span>
          <ItemMarks marks={item.marks} context={context} />
        </p>
      </div>
    </li>
  );
}
