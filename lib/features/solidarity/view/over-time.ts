import { type SupportAct, solidarityNetwork } from "@/lib/domain/solidarity";
import type { SolidarityKind, SolidarityRow } from "@/lib/domain/wave-record";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import { notesOnAxis } from "@/lib/features/figures/view/time-notes";
import { timeAxis } from "@/lib/features/figures/view/view-context";
import type { LinkedText } from "@/lib/shared/chart/chart";
import type { TimeAxis, TimeNote, Veil } from "@/lib/shared/chart/drawing";
import type { SolidarityContext } from "./solidarity-context";
import { actTitle, drawnPart, isUnsure, type SupporterLabel, supportGroups } from "./support-groups";

/** When an act was given: somewhere between the two instants. */
export type TimedAct = {
  id: string;
  href: string;
  title: string;
  kind: SolidarityKind;
  isUnsure: boolean;
  from: number;
  to: number;
};

export type SupporterRow = SupporterLabel & { place: string; acts: TimedAct[]; remark: string | null };

/** Support over the days of the wave, a line for each supporter; who stood by from abroad below, on lines of its own. */
export type OverTimeView = {
  description: string;
  axis: TimeAxis;
  veils: Veil[];
  notes: TimeNote[];
  rows: SupporterRow[];
  /** Acts of no known day, or of none of the days shown: said in words and not drawn. */
  undrawn: LinkedText[];
};

/** Dated finely enough to be drawn: the whole time in which it may have been given is drawn, never a day made up. */
const isDrawn = ({ row }: SupportAct, axis: TimeAxis) =>
  row.givenAt.precision !== "none" && row.givenAt.latest >= axis.start && row.givenAt.earliest < axis.end;

export function overTimeView(rows: readonly SolidarityRow[], context: SolidarityContext): OverTimeView {
  const axis = timeAxis(context.record, context.axis);
  const local = inLocalClocks({ ...context.record, solidarity: [...rows] });
  const whole = solidarityNetwork({ ...context.record, solidarity: [...rows] });
  const { acts, supporters } = drawnPart(whole);
  const moments = new Map(local.solidarity.map(({ id, givenAt }) => [id, givenAt]));
  const timed = (act: SupportAct): TimedAct => {
    const { earliest, latest } = moments.get(act.row.id) ?? act.row.givenAt;
    return { ...linkOf(act, context), from: Math.max(axis.start, earliest), to: Math.min(axis.end, latest) };
  };
  const shown = acts.filter((act) => isDrawn(act, axis));
  return {
    description: context.words("overTime.description"),
    axis,
    ...notesOnAxis(local, axis, context.axis),
    rows: supportGroups(supporters, context).flatMap(({ heading, supporters }) =>
      supporters.map((one) => {
        const own = shown.filter(({ from }) => from === one.key).map(timed);
        const remark = own.length === 0 ? context.words("overTime.noDay") : null;
        return { ...one, place: heading, acts: own, remark };
      }),
    ),
    undrawn: acts.filter((act) => !isDrawn(act, axis)).map((act) => linkedTo(act, context)),
  };
}

function linkOf(act: SupportAct, context: SolidarityContext) {
  return {
    ...{ id: act.row.id, href: context.recordHref(act.row.id) },
    ...{ title: actTitle(act, context), kind: act.row.kind, isUnsure: isUnsure(act, context) },
  };
}

function linkedTo(act: SupportAct, context: SolidarityContext): LinkedText {
  const { title: text, href } = linkOf(act, context);
  return { text, href };
}
