import type { CoverageItem } from "@/lib/features/coverage/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { NoteLinks } from "./note-links";

type Props = { items: readonly CoverageItem[]; context: ReadingContext };

/** Cuts first, then notes on method, each with where, when, why it is noted and on what that rests. */
export function CoverageList({ items, context }: Props) {
  if (items.length === 0) return <p>{context.t("coverage.none")}</p>;
  return (
    <ul className="max-w-prose text-sm">
      {items.map((item) => (
        <CoverageEntry key={item.id} item={item} context={context} />
      ))}
    </ul>
  );
}

/** A dotted edge for a cut, as the dots of every drawing; a thin line for what we did ourselves. */
function CoverageEntry({ item, context }: { item: CoverageItem; context: ReadingContext }) {
  const { t } = context;
  const edge = item.isMethod ? "border-s-2" : "border-s-4 border-dotted";
  return (
    <li className={`my-3 border-ink-2 ps-3 text-sm ${edge}`}>
      <p className="text-ink-2">{item.isMethod ? t("coverage.method") : t("coverage.cut")}</p>
      <p>
        <a href={item.href} className="font-semibold first-letter:uppercase">
          {item.cause}
        </a>
        , {item.where}, {item.when}
      </p>
      <p className="mt-1">{item.text}</p>
      <p className="mt-1 text-ink-2">
        {item.sources.length === 0 ? (
          t("coverage.noSource")
        ) : (
          <>
            {t("coverage.source")} <NoteLinks notes={item.sources} />
          </>
        )}
      </p>
    </li>
  );
}
