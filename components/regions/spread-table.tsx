import { RegionTable } from "@/components/map/region-table";
import type { RegionAtStep, SpreadView } from "@/lib/features/regions/view/spread";
import type { SpreadContext } from "@/lib/features/regions/view/spread-context";

type Props = { view: SpreadView; context: SpreadContext };

/** The map in words: every region, also those of which nothing is known, with what happened there. */
export function SpreadTable({ view, context }: Props) {
  const { t, words } = context;
  const columns = {
    region: t("spread.column.region"),
    states: t("spread.column.states"),
    happened: words("happened.column"),
    since: t("spread.column.since"),
    claims: t("spread.column.claims"),
  };
  const rows = view.regions.map((region) => {
    const { code, name, href, words: states, summary, since, claims } = region;
    return {
      ...{ code, name, href, since, claims },
      states: [states, summary].filter(Boolean).join("; "),
      happened: <Happened region={region} context={context} />,
    };
  });
  return <RegionTable caption={view.finding} columns={columns} rows={rows} none={t("spread.noneInRecord")} />;
}

/** Each action leads to its record, with the claims of it and their sources. */
function Happened({ region: { happened, more, whole }, context }: { region: RegionAtStep; context: SpreadContext }) {
  const { words, t } = context;
  if (happened.length === 0 && whole === null) return <span className="text-ink-2">{words("happened.nothing")}</span>;
  return (
    <ul>
      {happened.map(({ href, name, size, possible }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <span className="text-ink-2">
            {[...(possible ? [words("happened.possible")] : []), size ?? t("spread.sizeUnknown")]
              .map((said) => `, ${said}`)
              .join("")}
          </span>
        </li>
      ))}
      {whole ? (
        <li>
          <a href={whole.href}>{words("happened.whole")}</a>
          <span className="text-ink-2">, {whole.size}</span>
        </li>
      ) : null}
      {more ? (
        <li>
          <a href={more.href}>{words("happened.more", { count: more.count })}</a>
        </li>
      ) : null}
    </ul>
  );
}
