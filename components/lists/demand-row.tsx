import type { DemandItem } from "@/lib/features/demands/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { ItemRow } from "./item-row";

/** One demand with who raised it, where it was heard, and what it was answered with. */
export function DemandRow({ item, context }: { item: DemandItem; context: ReadingContext }) {
  const { t } = context;
  return (
    <ItemRow item={item} context={context}>
      <p className="text-sm">{t("demands.raisedBy", { who: item.raisedBy })}</p>
      {item.target ? <p className="text-sm">{t("demands.target", { words: item.target })}</p> : null}
      {item.raisedIn.length > 0 ? (
        <p className="text-sm">
          {t("demands.raisedIn")}{" "}
          {item.raisedIn.map(({ id, href, title }, index) => (
            <span key={id}>
              {index > 0 ? "; " : null}
              <a href={href}>{title}</a>
            </span>
          ))}
        </p>
      ) : null}
      {item.answers.map(({ id, href, text, outcome }) => (
        <p key={id} className="text-sm">
          {t("demands.answer")} <a href={href}>{text}</a> {outcome}
        </p>
      ))}
      {item.answers.length === 0 ? <p className="text-sm text-ink-2">{t("demands.noAnswer")}</p> : null}
    </ItemRow>
  );
}
