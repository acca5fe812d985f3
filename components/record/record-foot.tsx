import type { ReactNode } from "react";
import type { RecordView } from "@/lib/features/records/view";
import type { RecordWords } from "@/lib/features/records/view/context";
import type { VersionView } from "@/lib/features/records/view/history";
import { AccessedDay } from "./accessed-day";
import { PartText } from "./part-text";
import { Section } from "./section";

type Words = { words: RecordWords };
type Props = Words & {
  view: RecordView;
  /** What a version changed, field by field; corrections have the words for it. */
  changesOf: (version: VersionView) => ReactNode;
};

/** How it came to be as it is, and how to point to it. */
export function RecordFoot({ view, words, changesOf }: Props) {
  return (
    <>
      <Section id="decisions" title={words("page.decisions")}>
        <Decisions decisions={view.decisions} />
      </Section>
      <Section id="history" title={words("page.history")}>
        <ol>
          {view.history.map((version) => (
            <li key={version.number} className="border-b border-rule py-3 last:border-0">
              <VersionHead version={version} words={words} />
              {version.changes === null ? null : changesOf(version)}
            </li>
          ))}
        </ol>
      </Section>
      <Section id="cite" title={words("page.cite")} lead={words("page.citeDate")}>
        <Cite view={view} words={words} />
      </Section>
    </>
  );
}

function Decisions({ decisions }: Pick<RecordView, "decisions">) {
  return (
    <ol className="max-w-prose">
      {decisions.map(({ key, text, reasons }) => (
        <li key={key} className="border-b border-rule py-2 last:border-0">
          <p>{text}</p>
          {reasons.map(({ label, part }) => (
            <p key={`${label} ${part.text}`} className="mt-1 border-s-2 border-rule-2 ps-3">
              <span className="text-sm text-ink-2">{label}: </span>
              <PartText part={part} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function VersionHead({ version, words }: Words & { version: VersionView }) {
  return (
    <>
      <p>
        <span className="font-semibold">{version.label}</span>
        {" · "}
        {words("history.recorded", { day: version.recorded })}
        {version.dayNote ? <span className="text-ink-2"> ({version.dayNote})</span> : null}
        {version.retracts ? <strong> · {words("history.retracts")}</strong> : null}
      </p>
      {version.reason ? (
        <p className="mt-1 max-w-prose">
          <span className="text-sm text-ink-2">{version.reasonLabel}: </span>
          <PartText part={version.reason} />
        </p>
      ) : null}
      {version.asThen ? (
        <p className="mt-1 text-sm">
          <PartText part={version.asThen} />
        </p>
      ) : null}
    </>
  );
}

function Cite({ view, words }: Words & { view: RecordView }) {
  const files = `/api/v1/records/${view.id}`;
  return (
    <>
      <p className="max-w-prose border-s-4 border-rule-2 bg-paper-2 px-4 py-3 font-serif wrap-anywhere">
        {view.citation}{" "}
        <span className="block">
          {words("citation.accessed")}: <AccessedDay invitation={words("citation.addDay")} />
        </span>
      </p>
      <p className="mt-3 text-sm wrap-anywhere">
        {words("page.fixedLink", { day: view.fixedLink.day })}: <a href={view.fixedLink.href}>{view.fixedLink.href}</a>
      </p>
      <p className="mt-1 text-sm wrap-anywhere">
        {words("page.permalink")}: <a href={view.permalink}>{view.permalink}</a>
      </p>
      <p className="mt-1 text-sm">
        {words("page.citeFiles")}: <a href={`${files}.ris`}>RIS</a> · <a href={`${files}.bib`}>BibTeX</a>
        {" · "}
        <a href={files}>{words("page.json")}</a>
      </p>
    </>
  );
}
