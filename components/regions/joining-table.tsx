import { NoteLinks } from "@/components/coverage/note-links";
import type { JoiningOfKind, JoiningRow, JoiningView, NamedLink } from "@/lib/features/regions/view/joining";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

type Props = { joining: JoiningView; context: ReadingContext };

/** Strikes and rallies, each in its own table: they are never counted together. */
export function JoiningTables({ joining, context }: Props) {
  const { undated } = joining;
  return (
    <div className="grid gap-8">
      <OneKind kind="strike" order={joining.strike} total={joining.total} context={context} />
      <OneKind kind="rally" order={joining.rally} total={joining.total} context={context} />
      <p className="text-sm text-ink-2">
        {context.t("joining.ties")}{" "}
        {undated.length > 0 ? context.t("joining.undated", { count: undated.length }) : null} <Links links={undated} />
      </p>
    </div>
  );
}

type KindProps = { kind: "strike" | "rally"; order: JoiningOfKind; total: number; context: ReadingContext };

function OneKind({ kind, order, total, context }: KindProps) {
  const { t } = context;
  return (
    <div>
      <table className="w-full border-collapse text-sm">
        <caption className="pb-2 text-start font-semibold">
          {t(`joining.${kind}`, { count: order.joined, total })}
        </caption>
        <thead>
          <tr className="border-b border-ink text-start text-xs text-ink-2">
            <th scope="col" className="w-12 py-1 pe-3 text-start font-normal">
              {t("joining.place")}
            </th>
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {t("joining.regions")}
            </th>
            <th scope="col" className="py-1 text-start font-normal">
              {t("joining.when")}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.rows.map((row) => (
            <OneRow key={row.when} row={row} context={context} />
          ))}
        </tbody>
      </table>
      {order.never.length > 0 ? (
        <p className="pt-2 text-sm text-ink-2">
          {t("joining.never")} <Links links={order.never} />
          {order.neverUnseen.length > 0 ? (
            <span className="block">
              {t("coverage.neverUnseen")} <NoteLinks notes={order.neverUnseen} />
            </span>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function OneRow({ row, context }: { row: JoiningRow; context: ReadingContext }) {
  const { t, list } = context;
  const { place, regions, claimedOnly, unseen, when } = row;
  const names = list(claimedOnly.map(({ name }) => name));
  const isAll = claimedOnly.length === regions.length;
  return (
    <tr className="border-b border-rule align-top">
      <td className="py-2 pe-3 whitespace-nowrap text-ink-2">
        {place.best === place.worst ? place.best : `${place.best}–${place.worst}`}
      </td>
      <td className="py-2 pe-3">
        <Links links={regions} />
        {claimedOnly.length > 0 ? (
          <span className="block text-xs text-ink-2">
            {isAll ? t("mark.claimed") : t("joining.claimedOnly", { names })}
          </span>
        ) : null}
        {unseen.length > 0 ? (
          <span className="block text-xs text-ink-2">
            {t("coverage.unseen")} <NoteLinks notes={unseen} />
          </span>
        ) : null}
      </td>
      <td className="py-2 text-ink-2">{when}</td>
    </tr>
  );
}

function Links({ links }: { links: readonly NamedLink[] }) {
  return links.map(({ name, href }, index) => (
    <span key={href}>
      {index > 0 ? " · " : null}
      <a href={href}>{name}</a>
    </span>
  ));
}
