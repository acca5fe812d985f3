import type { FigureRow, Texts, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { figureFields } from "@/lib/features/figures/view/figure-file";
import { columnNames } from "@/lib/shared/files/file-registry";
import { hasFigure } from "./list";
import { actionsOf, sizesOf } from "./of-workforce";

export type TableFile = { header: string[]; rows: string[][] };

const iso = (at: number | undefined) => (at === undefined ? "" : new Date(at).toISOString());
const bare = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));
const LANGUAGES = ["en", "kk", "ru", "tr"] as const;
const inAll = (texts: Texts | null) => LANGUAGES.map((language) => texts?.[language] ?? "");

/** Workforces with the latest size that speaks of exactly each, and whether anybody gave a number. */
export function workforcesFile(record: WaveRecord, workforces: readonly WorkforceRow[]): TableFile {
  const rows = workforces.map((row) => {
    const first = actionsOf(record, row)[0];
    const size = sizesOf(record, row).find(({ comparable, standing }) => comparable && standing !== "deprecated");
    return [
      row.id,
      row.slug,
      ...inAll(row.names),
      ...inAll(row.occupation),
      row.employerId ?? "",
      row.localityId ?? "",
      row.regionId ?? "",
      String(row.wholeEmployer),
      first?.id ?? "",
      iso(first?.period.start.earliest),
      iso(first?.period.start.latest),
      first?.period.start.precision ?? "",
      size?.id ?? "",
      bare(size?.quantity.lower),
      bare(size?.quantity.upper),
      iso(size?.asOf.earliest),
      String(hasFigure(record, row)),
      String(row.revision),
    ];
  });
  return { header: columnNames("workforces"), rows };
}

/** Figures, claim by claim: nothing is added up, and what nobody reported stays empty with its reason. */
export function figuresFile(figures: readonly FigureRow[]): TableFile {
  const rows = figures.map((figure) => [
    figure.id,
    figure.subject,
    figure.actionId ?? "",
    figure.eventId ?? "",
    figure.regionId ?? "",
    figure.workforceId ?? "",
    String(figure.general),
    ...figureFields(figure),
    figure.quantity.rule?.id ?? "",
    bare(figure.quantity.rule?.version),
    figure.wordsLanguage ?? "",
    figure.disputeReason?.en ?? "",
    figure.standingReason?.en ?? "",
    figure.citations
      .filter(({ contradicts }) => contradicts)
      .map(({ sourceId }) => sourceId)
      .join(" "),
    String(figure.revision),
  ]);
  return { header: columnNames("figures"), rows };
}
