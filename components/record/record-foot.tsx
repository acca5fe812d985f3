import type { RecordView } from "@/lib/features/records/view";
import type { RecordWords } from "@/lib/features/records/view/context";
import { Section } from "./section";

type Props = { view: RecordView; words: RecordWords };

/** How it came to be as it is, and how to point to it. */
export function RecordFoot({ view, words }: Props) {
  return (
    <>
      <Section id="history" title={words("page.history")}>
        <ol>
          {view.history.map((revision) => (
            <li key={revision.label} className="border-b border-rule py-2 last:border-0">
              <span className="font-semibold">{revision.label}</span>
              <span>
                {" · "}
                {words("history.recorded", { day: revision.recorded })}
              </span>
              {revision.retracts ? <span> · {words("history.retracts")}</span> : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section id="cite" title={words("page.cite")} lead={words("page.citeDate")}>
        <p className="max-w-prose border-s-4 border-rule-2 bg-paper-2 px-4 py-3 font-serif">{view.citation}</p>
        <p className="mt-3 text-sm">
          {words("page.permalink")}: <a href={view.permalink}>{view.permalink}</a>
        </p>
        <p className="mt-1 text-sm">
          <a href={`/api/v1/records/${view.id}`}>{words("page.json")}</a>
        </p>
      </Section>
    </>
  );
}
