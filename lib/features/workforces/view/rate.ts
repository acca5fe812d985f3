import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { hull, isUnknown } from "@/lib/domain/quantity";
import { type ParticipationRate, participationRate } from "@/lib/domain/rate";
import type { FigureRow, WorkforceRow, WorkforceSizeRow } from "@/lib/domain/wave-record";
import { type ClaimRow, claimantName, isFigure } from "@/lib/features/records/view/claim-row";
import type { Part, RecordsContext } from "@/lib/features/records/view/context";
import { boundsOfDate, localDate } from "@/lib/shared/format/day";

/** A participation rate with its working, or why there is none. */
export type RateView = {
  key: string;
  when: string | null;
  rate: string | null;
  working: string | null;
  remarks: string[];
  refusal: string | null;
  /** The claims divided, and those divided by; where there is no rate, what there is of either. */
  involved: Part[];
  sizes: Part[];
};

type Given = { workforce: WorkforceRow; figures: readonly FigureRow[]; sizes: readonly WorkforceSizeRow[] };

/** One rate per moment for which somebody spoke of the workers directly involved; one refusal when nobody ever did. */
export function rateViews({ workforce, figures, sizes }: Given, context: RecordsContext): RateView[] {
  const comparable = sizes.filter((size) => size.comparable && size.standing !== "deprecated");
  const involved = figures.filter(({ measure }) => measure === "workers_directly_involved");
  if (involved.length === 0) return [noFigure(comparable, sizes, context)];
  return figuresByQuestion(involved, context.record).map((claims) =>
    rateView(
      { key: claims[0]?.id ?? "", claims, workforce, sizes: comparable, hasOtherSizes: sizes.length > 0 },
      context,
    ),
  );
}

function noFigure(
  sizes: readonly WorkforceSizeRow[],
  all: readonly WorkforceSizeRow[],
  context: RecordsContext,
): RateView {
  const isKnown = ({ quantity, standing }: WorkforceSizeRow) => !isUnknown(quantity) && standing !== "deprecated";
  const why = sizes.some(isKnown) ? "noFigureButSize" : all.some(isKnown) ? "noFigureOtherSize" : "noFigure";
  const none = { key: "none", when: null, rate: null, working: null, remarks: [] };
  return {
    ...none,
    refusal: context.words(`rate.${why}`, { silence: context.silence }),
    involved: [],
    sizes: sizes.map((size) => claimPart(size, context)),
  };
}

/** A claim by its amount and who says so: what it counts is said before. */
function claimPart(row: ClaimRow, context: RecordsContext): Part {
  const amount = isFigure(row) ? context.heard(row.quantity) : context.measured(row.quantity);
  const text = context.words("rate.claim", { amount, claimant: claimantName(row, context) });
  return { text, href: context.recordHref(row.id), language: null };
}

type Asked = {
  key: string;
  claims: readonly FigureRow[];
  workforce: WorkforceRow;
  sizes: readonly WorkforceSizeRow[];
  hasOtherSizes: boolean;
};

function rateView({ key, claims, workforce, sizes, hasOtherSizes }: Asked, context: RecordsContext): RateView {
  const accepted = acceptedRange(claims);
  const first = claims[0];
  const view: RateView = {
    key,
    when: first ? context.moment(first.asOf) : null,
    rate: null,
    working: null,
    remarks: [],
    refusal: null,
    involved: claims.map((claim) => claimPart(claim, context)),
    sizes: sizes.map((size) => claimPart(size, context)),
  };
  const { silence, sizeSilence } = context;
  if ("refused" in accepted || !first) return { ...view, refusal: context.words("rate.involved_unknown", { silence }) };
  // The size is of one day: a peak, an average or a sum over days is no part of it.
  if (first.basis !== "on_day") return { ...view, refusal: context.words("rate.not_on_day") };
  const on = boundsOfDate(localDate(first.asOf.earliest, context.timeZone), context.timeZone);
  const involved = { workforceId: workforce.id, measure: first.measure, general: first.general, quantity: accepted };
  const result = participationRate({ involved, sizes, on });
  if ("refused" in result) {
    const incomparable = result.refused === "size_unknown" && hasOtherSizes && sizes.length === 0;
    const why = incomparable ? "size_not_comparable" : result.refused;
    const values = { silence: why === "size_unknown" ? sizeSilence : silence };
    return { ...view, refusal: context.words(`rate.${why}`, values) };
  }
  return { ...view, ...worked(result, { involved: context.amount(accepted), sizes }, context) };
}

type Working = { involved: string; sizes: readonly WorkforceSizeRow[] };

function worked(result: ParticipationRate, { involved, sizes }: Working, context: RecordsContext) {
  const { words } = context;
  const used = sizes.filter(({ id }) => result.sizeIds.includes(id));
  const size = hull(used.map(({ quantity }) => quantity));
  const rate = context.amount({ ...result, unknown: null });
  return {
    rate,
    sizes: used.map((size) => claimPart(size, context)),
    working: words("rate.working", { involved, size: size === null ? "" : context.amount(size), rate }),
    remarks: [
      ...(result.capped ? [words("rate.capped")] : []),
      ...(result.sizeIsOfThatDay
        ? []
        : used.slice(0, 1).map(({ asOf }) => words("rate.olderSize", { moment: context.moment(asOf) }))),
    ],
  };
}
