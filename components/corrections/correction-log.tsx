import type { Correction } from "@/lib/features/corrections/view";
import type { ChangeContext, CorrectionWords } from "@/lib/features/corrections/view/change-words";
import { CorrectionRow } from "./correction-row";

type Line = { correction: Correction; said: ChangeContext; wave?: string };

/** The log itself, newest first; on a narrow screen every line is a card. */
export function CorrectionLog({ lines }: { lines: readonly Line[] }) {
  return (
    <ol aria-label={lines[0]?.said.words("log.title")}>
      {lines.map(({ correction, said, ...rest }) => (
        <CorrectionRow key={correction.id} correction={correction} said={said} {...rest} />
      ))}
    </ol>
  );
}

/** Where a correction can be proposed, and how to be told of the next ones. */
export function LogFoot({ words, feed }: { words: CorrectionWords; feed: string | null }) {
  return (
    <div className="mt-10 max-w-prose border-t border-rule pt-4 text-sm">
      <h2 className="text-xl">{words("log.propose")}</h2>
      <p className="mt-1">{words("log.proposeText")}</p>
      <p className="mt-3 text-ink-2">{words("log.clock")}</p>
      {feed ? (
        <p className="mt-3">
          <a href={feed} type="application/atom+xml">
            {words("log.feed")}
          </a>
        </p>
      ) : null}
    </div>
  );
}
