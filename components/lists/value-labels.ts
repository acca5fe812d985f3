import type { Claimant, Measure } from "@/lib/domain/measure";
import type { Threshold } from "@/lib/domain/threshold";
import type { DemandKind, SolidarityKind, SourceKind } from "@/lib/domain/wave-record";
import type { RuleSetId } from "@/lib/domain/words-rules";
import type { TimelineKind } from "@/lib/features/events/view";
import type { ListName } from "@/lib/features/waves/view/filtered-list";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { FilterName } from "@/lib/shared/search-params";

/** Names for the values of a list's filter: a region's code becomes its name. */
export function valueLabels(context: ReadingContext, list: ListName | "workforces") {
  const { record, text, t } = context;
  return (name: FilterName, value: string): string => {
    if (name === "region") return text(record.regions.find(({ id }) => id === value)?.names) || value;
    if (name === "workforce") return text(record.workforces.find(({ slug }) => slug === value)?.names) || value;
    if (name === "claimant") return t(`claimant.${value as Claimant}`);
    if (name === "employer") return text(record.employers.find(({ id }) => id === value)?.names) || value;
    if (name === "measure") return t(`measure.${value as Measure}`);
    if (name === "rule") return t(`lens.rule.${value as RuleSetId}`);
    if (name === "threshold") return t(`lens.threshold.${value as Threshold}`);
    if (name === "known")
      return value === "yes" ? t("filter.knownYes") : t("filter.knownNo", { silence: context.silence });
    return name === "kind" ? kindLabel(value, list, context) : value;
  };
}

/** As `valueLabels`, of several contexts: a value has the name that the first of them knows. */
export function valueLabelsOf(contexts: readonly ReadingContext[], list: ListName | "workforces") {
  return (name: FilterName, value: string): string => {
    const named = contexts.map((context) => valueLabels(context, list)(name, value));
    return named.find((label) => label !== value) ?? value;
  };
}

// The values come from the list itself, which has no others.
function kindLabel(kind: string, list: ListName | "workforces", { t }: ReadingContext): string {
  if (list === "demands") return t(`demand.${kind as DemandKind}`);
  if (list === "solidarity") return t(`solidarity.${kind as SolidarityKind}`);
  return list === "sources" ? t(`source.kind.${kind as SourceKind}`) : t(`kind.${kind as TimelineKind}`);
}
