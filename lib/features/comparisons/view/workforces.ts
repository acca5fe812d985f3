import { isUnknown } from "@/lib/domain/quantity";
import type { WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { latestSize, PARTICIPATION } from "@/lib/features/figures/view/participation-rows";
import { isStrike } from "@/lib/features/figures/view/strike-marks";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { askedWorkforce } from "@/lib/features/workforces/view/asked-workforce";
import { actionsOf, figuresOf, sizesOf } from "@/lib/features/workforces/view/of-workforce";
import { type ComparedSubject, type ComparedValue, type Comparison, comparedValue, rowsOf } from "./compared";
import { largestFigures } from "./largest";
import { labelOf } from "./regions";

/** Workforces side by side, in the order they were asked for. */
export function comparedWorkforces(names: readonly string[], context: RegionContext): Comparison {
  const subjects = workforcesOf(names, context.record).map((row) => subjectOf(row, context));
  return { kind: "workforces", subjects, rows: rowsOf(subjects, (value) => labelOf(value, context)) };
}

/** Each once, also where it is named by its part of the address and by its id. */
export function workforcesOf(names: readonly string[], record: WaveRecord): WorkforceRow[] {
  return [...new Set(names.flatMap((name) => askedWorkforce(record, name)?.row ?? []))];
}

function subjectOf(row: WorkforceRow, context: RegionContext): ComparedSubject {
  const { record } = context;
  const strikes = actionsOf(record, row).filter((one) => isStrike(one) && one.certainty !== "contradicted");
  const { own } = figuresOf(record, row);
  const counted = new Set(
    own.flatMap(({ measure, quantity, actionId }) =>
      PARTICIPATION.includes(measure) && !isUnknown(quantity) ? [actionId] : [],
    ),
  );
  const without = strikes.filter(({ id }) => !counted.has(id)).length;
  const [first] = strikes;
  return {
    ...{ id: row.id, name: context.text(row.names), href: context.workforceHref(row.slug) },
    values: [
      first
        ? comparedValue({
            ...{ indicator: "first_strike", text: context.moment(first.period.start, first.regionId) },
            ...{ href: context.recordHref(first.id), start: first.period.start, claimIds: [first.id] },
          })
        : comparedValue({ indicator: "first_strike", text: context.t("region.noStrike") }),
      comparedValue({
        ...{ indicator: "strikes", text: context.number(strikes.length), lower: strikes.length, unit: "actions" },
        ...{ without, remarks: strikes.length === 0 ? [] : [context.say("compare.without", { count: without })] },
      }),
      sizeOf(row, context),
      ...largestFigures(
        own.filter(({ standing }) => standing !== "deprecated"),
        context,
      ),
    ],
  };
}

function sizeOf(row: WorkforceRow, context: RegionContext): ComparedValue {
  const size = latestSize(context.record, sizesOf(context.record, row));
  if (size === null) return comparedValue({ indicator: "size", text: context.say("compare.noSize") });
  const { lower, upper, unit } = size.quantity;
  return comparedValue({
    ...{ indicator: "size", text: context.quantity(size.quantity), href: context.recordHref(size.id) },
    ...{ lower, upper, unit, claimIds: [size.id], remarks: [context.moment(size.asOf, row.regionId)] },
  });
}
