import { publishedOf } from "@/lib/domain/published";
import { type PeopleRange, type WorkforceReach, workforceReach } from "@/lib/domain/reach-share";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { TimeAxis } from "@/lib/shared/chart/drawing";
import { latestSize } from "./participation-rows";
import { countedActions, toSpreadAction } from "./reach-days";

/** Workforces on strike by day, with how many workforces of the record have a known size. */
export type WorkforceDays = { days: WorkforceReach[]; known: number; all: number };

/** Of a record in local clocks; of a part of a wave, as the whole of it has them. */
export function workforceDays(local: WaveRecord, axis: TimeAxis): WorkforceDays {
  const { days, ...counted } = local.part?.digest?.workforces ?? countedWorkforces(local, axis);
  return { ...counted, days: days.slice(0, axis.days.length) };
}

function countedWorkforces(local: WaveRecord, axis: TimeAxis): WorkforceDays {
  const bySize = Map.groupBy(local.workforceSizes, ({ workforceId }) => workforceId);
  const workforces = publishedOf(local.workforces);
  const sizes = new Map<string, PeopleRange>(
    workforces.flatMap(({ id }) => {
      const size = latestSize(local, bySize.get(id) ?? []);
      return size === null ? [] : [[id, { lower: size.quantity.lower, upper: size.quantity.upper }] as const];
    }),
  );
  const strikes = countedActions(local).dated.map((action) => ({
    ...toSpreadAction(action),
    workforceIds: action.workforceIds,
  }));
  return { days: workforceReach(strikes, axis.days, sizes), known: sizes.size, all: workforces.length };
}
