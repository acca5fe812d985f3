import { ScrollingFrame } from "@/components/ui/scrolling-frame";
import type { MatrixItem, MatrixView } from "@/lib/features/demands/view/matrix";
import type { DemandContext } from "@/lib/features/demands/view/matrix-context";

type Props = { view: MatrixView; words: DemandContext["words"] };

/** Who down, what across; on a narrow screen each raiser is a card with its kinds one below the other. */
export function MatrixTable({ view: { columns, rows }, words }: Props) {
  const caption = words("caption");
  return (
    <ScrollingFrame label={caption}>
      <table className="w-full border-collapse text-sm max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-ink">
            <th scope="col" className="py-2 pe-4 text-start align-bottom font-semibold">
              {words("who")}
            </th>
            {columns.map(({ kind, label }) => (
              <th key={kind} scope="col" className="py-2 pe-4 text-start align-bottom font-semibold">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map(({ key, name, cells }) => (
            <tr key={key} className="border-b border-rule align-top max-md:block max-md:py-3">
              <th scope="row" className="py-2 pe-4 text-start font-semibold max-md:block md:max-w-44">
                {name.href === null ? name.text : <a href={name.href}>{name.text}</a>}
              </th>
              {cells.map(({ kind, items }) => (
                <Cell key={kind} label={columns.find((one) => one.kind === kind)?.label ?? ""} items={items} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingFrame>
  );
}

const LABEL = "max-md:before:block max-md:before:text-ink-2 max-md:before:content-[attr(data-label)]";

function Cell({ label, items }: { label: string; items: readonly MatrixItem[] }) {
  const hidden = items.length === 0 ? "max-md:hidden" : "";
  return (
    <td data-label={label} className={`py-2 pe-4 max-md:block max-md:py-1 max-md:pe-0 ${LABEL} ${hidden}`}>
      {items.length === 0 ? null : (
        <ul>
          {items.map(({ id, href, text, when, target, note }) => (
            <li key={id} className="mb-2">
              <a href={href}>{text}</a>
              <span className="block text-xs text-ink-2">{[when, target, note].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}
