import type { SourceGroup } from "@/lib/features/sources/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { SourceRow } from "./source-row";

type Props = { groups: readonly SourceGroup[]; context: ReadingContext };

/** Sources; those that tell the same report stand together as one voice. */
export function SourceGroups({ groups, context }: Props) {
  const { t } = context;
  return (
    <>
      <ol>
        {groups.map(({ origin, items }) =>
          origin === null ? (
            items.map((source) => <SourceRow key={source.id} source={source} context={context} />)
          ) : (
            <li key={origin} className="my-4 border-s-4 border-rule-2 ps-4">
              <p className="pb-2 text-sm">{t("source.sameOrigin", { count: items.length, origin })}</p>
              <ol>
                {items.map((source) => (
                  <SourceRow key={source.id} source={source} context={context} />
                ))}
              </ol>
            </li>
          ),
        )}
      </ol>
      <section id="tiers" className="mt-10 max-w-prose text-sm" aria-labelledby="tiers-title">
        <h2 id="tiers-title" className="text-xl">
          {t("source.tierTitle")}
        </h2>
        <p className="mt-2">{t("source.tierOne")}</p>
        <p className="mt-2">{t("source.tierTwo")}</p>
      </section>
    </>
  );
}
