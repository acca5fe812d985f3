import type { Correction } from "@/lib/features/corrections/view";
import { actWords, type ChangeContext, changeView } from "@/lib/features/corrections/view/change-words";
import { findRecord } from "@/lib/features/records/view/find";
import { listedTitle } from "@/lib/features/records/view/titles";
import { readLocalText } from "@/lib/shared/i18n/local-text";
import { ChangeList } from "./change-list";

type Props = { correction: Correction; said: ChangeContext; wave?: string };

/** One later version of one record: when and of what kind, which record, what changed and why. */
export function CorrectionRow({ correction, said, wave }: Props) {
  const { context, words } = said;
  const { recordId, recordKind, kind, revision, recordedAt, changes } = correction;
  const act = actWords(correction);
  const found = findRecord(context.record, recordId);
  const title = found ? listedTitle(found, context) : { text: recordId, href: null, language: null };
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-rule py-4 sm:grid-cols-[11rem_1fr]">
      <p className="text-sm text-ink-2">
        <time dateTime={new Date(recordedAt).toISOString()}>{context.fullDay(recordedAt)}</time>
        <span className="block">
          {[words(`kinds.${kind}`), revision === null ? "" : words("log.revision", { number: revision })]
            .filter(Boolean)
            .join(", ")}
        </span>
        {wave ? <span className="block">{wave}</span> : null}
      </p>
      <div className="min-w-0">
        <p className="mb-2">
          <a href={context.recordHref(recordId)} className="font-semibold" lang={title.language ?? undefined}>
            {title.text}
          </a>{" "}
          <span className="text-sm text-ink-2">{recordId}</span>
        </p>
        {act ? (
          <p className="text-sm font-semibold">{words(act)}</p>
        ) : changes.length === 0 ? (
          <p className="text-sm">{words("log.same")}</p>
        ) : (
          <ChangeList changes={changes.map((change) => changeView(change, recordKind, said))} words={words} />
        )}
        <Reason correction={correction} said={said} />
      </div>
    </li>
  );
}

function Reason({ correction: { reason }, said: { context, words } }: Props) {
  const shown = readLocalText(reason, context.locale);
  if (shown === null) return <p className="mt-2 text-sm text-ink-2">{words("log.noReason")}</p>;
  return (
    <p className="mt-2 text-sm">
      <span className="text-ink-2">{words("log.why")}: </span>
      <span lang={shown.language} className="whitespace-pre-line">
        {shown.text}
      </span>
    </p>
  );
}
