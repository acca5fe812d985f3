import { Notice } from "@/components/ui/notice";
import { NO_LENS } from "@/lib/domain/lens";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** Says through what the record is read whenever it is not read as it stands, with the way back. */
export function ReadingStatus({ context, here }: { context: ReadingContext; here: string }) {
  const { t, lens } = context;
  const said = [
    lens.knownOn === null ? null : t("lens.saidKnownOn", { day: context.date(lens.knownOn) }),
    lens.claimant === null ? null : t("lens.saidClaimant", { claimant: t(`claimant.${lens.claimant}`) }),
    lens.rule === NO_LENS.rule ? null : t(`lens.saidRule.${lens.rule}`),
    lens.threshold === NO_LENS.threshold ? null : t(`lens.saidThreshold.${lens.threshold}`),
    thresholdCounts(context),
  ].filter((sentence) => sentence !== null);
  if (said.length === 0) return null;
  return (
    <Notice tone="note" title={t("lens.saidTitle")}>
      <ul className="list-disc ps-5">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {lens.knownOn === null ? null : <p className="mt-2 text-sm">{t("lens.recordTime")}</p>}
      <p className="mt-2">
        <a href={here}>{t("lens.back")}</a>
      </p>
    </Notice>
  );
}

/** What the threshold leaves out, and of how many nobody can say whether it would. */
function thresholdCounts({ record: { stoppages }, t }: ReadingContext): string | null {
  if (stoppages === undefined) return null;
  const { meets, below, cannot_say: cannot } = stoppages;
  return t("lens.thresholdCounts", { meets: meets.length, below: below.length, cannot: cannot.length });
}
