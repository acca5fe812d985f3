import { Section } from "@/components/dashboard/section";
import { correctionsView } from "@/lib/features/corrections/view";
import type { ChangeContext } from "@/lib/features/corrections/view/change-words";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { CorrectionRow } from "./correction-row";

const MOST = 3;

/** The newest corrections of a wave on its dashboard, or that there were none, and how many are under review. */
export function LatestCorrections({ context, said }: { context: ReadingContext; said: ChangeContext }) {
  const { words } = said;
  const all = correctionsView(context);
  const open = Object.keys(context.record.openCorrections).length;
  return (
    <Section
      id="corrections"
      title={words("log.latest")}
      subtitle={open > 0 ? words("mark.count", { count: open }) : null}
      more={{ href: context.waveHref("/corrections"), label: words("log.all") }}
    >
      {all.length === 0 ? (
        <p className="max-w-prose">{words("log.empty")}</p>
      ) : (
        <ol>
          {all.slice(0, MOST).map((correction) => (
            <CorrectionRow key={correction.id} correction={correction} said={said} />
          ))}
        </ol>
      )}
    </Section>
  );
}
