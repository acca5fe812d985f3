import type { ChosenStanding } from "@/lib/domain/chosen-standing";

/** For which decision a ready reason is: a verb, or an approval that gives a claim a standing. */
export type TemplateUse = "approve" | "request_changes" | "reject" | "mark_unverifiable" | "reopen" | ChosenStanding;

type Template = { key: string; use: Exclude<TemplateUse, "normal"> };

/** The ready reasons; their names and words are texts of `weighing.templates` in every language. */
export const REASON_TEMPLATES = [
  { key: "says_so", use: "approve" },
  { key: "only_there", use: "approve" },
  { key: "counted", use: "preferred" },
  { key: "later_count", use: "preferred" },
  { key: "superseded", use: "deprecated" },
  { key: "other_group", use: "deprecated" },
  { key: "contradicted", use: "disputed" },
  { key: "interested", use: "disputed" },
  { key: "where", use: "request_changes" },
  { key: "first_tier", use: "request_changes" },
  { key: "other_action", use: "request_changes" },
  { key: "personal", use: "request_changes" },
  { key: "duplicate", use: "reject" },
  { key: "not_said", use: "reject" },
  { key: "gone", use: "mark_unverifiable" },
  { key: "no_trace", use: "mark_unverifiable" },
  { key: "new_source", use: "reopen" },
  { key: "mistaken", use: "reopen" },
] as const satisfies readonly Template[];
export type ReasonTemplate = (typeof REASON_TEMPLATES)[number];

/** What a decision is, as far as a ready reason must fit it. */
export type DecisionMade = { verb: Exclude<TemplateUse, ChosenStanding>; standing?: ChosenStanding };

/** Whether a ready reason is for this decision: an approval that gives a standing needs one for that standing. */
export function fitsDecision(key: ReasonTemplate["key"], { verb, standing = "normal" }: DecisionMade): boolean {
  const wanted = verb === "approve" && standing !== "normal" ? standing : verb;
  return REASON_TEMPLATES.some((one) => one.key === key && one.use === wanted);
}
