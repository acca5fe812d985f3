import { JoiningTables } from "@/components/regions/joining-table";
import { SpreadMap } from "@/components/regions/spread-map";
import { joiningView } from "@/lib/features/regions/view/joining";
import { spreadView } from "@/lib/features/regions/view/spread";
import type { AskedStep } from "@/lib/features/regions/view/steps";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { Section } from "./section";

/** The map at the moment of the address, beside the order in which regions joined. */
export function DashboardSpread({ context, asked }: { context: ReadingContext; asked: AskedStep }) {
  const { t, waveHref } = context;
  const view = spreadView(context, asked);
  const more = { href: waveHref(`/spread?at=${view.step.key}`), label: t("dashboard.moreSpread") };
  return (
    <div className="grid gap-x-12 lg:grid-cols-[3fr_2fr]">
      <Section id="spread" title={view.finding} subtitle={t("spread.subtitle")} more={more}>
        <SpreadMap view={view} context={context} path={{ page: "", anchor: "#spread" }} />
      </Section>
      <Section id="joining" title={t("joining.title")} subtitle={t("joining.subtitle")}>
        <JoiningTables joining={joiningView(context)} context={context} />
      </Section>
    </div>
  );
}
