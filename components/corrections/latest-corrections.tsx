import { Section } from "@/components/dashboard/section";
import type { WaveLog } from "@/lib/features/corrections/view/all-waves";
import type { ChangeContext } from "@/lib/features/corrections/view/change-words";
import { CorrectionRow } from "./correction-row";

/** The newest corrections of a wave on its dashboard, or that there were none, and how many are under review. */
export function LatestCorrections({ log, said }: { log: WaveLog; said: ChangeContext }) {
  const { words } = said;
  const { context, shown, total } = log;
  const open = Object.keys(context.record.openCorrections).length;
  return (
    <Section
      id="corrections"
      title={words("log.latest")}
      subtitle={open > 0 ? words("mark.count", { count: open }) : null}
      more={{ href: context.waveHref("/corrections"), label: words("log.all") }}
    >
      {total === 0 ? (
        <p className="max-w-prose">{words("log.empty")}</p>
      ) : (
        <ol>
          {shown.map((correction) => (
            <CorrectionRow key={correction.id} correction={correction} said={said} />
          ))}
        </ol>
      )}
    </Section>
  );
}
