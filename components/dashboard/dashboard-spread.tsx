import { JoiningTables } from "@/components/regions/joining-table";
import { SpreadMap } from "@/components/regions/spread-map";
import { joiningView } from "@/lib/features/regions/view/joining";
import { spreadView } from "@/lib/features/regions/view/spread";
import type { SpreadContext } from "@/lib/features/regions/view/spread-context";
import type { AskedStep } from "@/lib/features/regions/view/steps";
import { Section } from "./section";

/** The map at the moment of the address, beside the order in which regions joined. */
export function DashboardSpread({ context, asked }: { context: SpreadContext; asked: AskedStep }) {
  const { t, waveHref } = context;
  const view = spreadView(context, asked);
  const more = { href: waveHref(`/spread?at=${view.step.key}`), label: t("dashboard.moreSpread") };
  return (
    <div className="grid gap-x-12 lg:grid-cols-[3fr_2fr]">
      <Section
        id="spread"
        title={<span data-at-step="finding">{view.finding}</span>}
        subtitle={t("spread.subtitle")}
        more={more}
      >
        <SpreadMap view={view} context={context} path={{ page: "", anchor: "#spread" }} />
      </Section>
      <Section id="joining" title={t("joining.title")} subtitle={t("joining.subtitle")}>
        <JoiningTables joining={joiningView(context)} context={context} />
      </Section>
    </div>
  );
}
