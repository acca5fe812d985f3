import type { ActionType, Scope, Stoppage } from "@/lib/domain/wave-record";
import type { Locale } from "@/lib/shared/i18n/locales";
import { isCalendarDate } from "@/lib/shared/local-time";
import { dateFault } from "@/lib/shared/short-year";
import { type ActionInput, readActionInput } from "./action";
import { type LocalAsOf, readAsOf } from "./as-of";
import type { FieldProblem } from "./input";
import { orNull } from "./proposal";
import { readSources, type SourceProposal } from "./source";

/** Where it was, as it is proposed. */
export type ProposedPlace = { of: "country" } | { of: "region" | "locality"; id: string };

/** An action as proposed: complete, checked, and in the domain's words. */
export type ActionProposal = {
  waveId: string;
  type: ActionType;
  stoppage: Stoppage;
  scope: Scope;
  general: boolean;
  political: boolean;
  workforceId: string | null;
  participants: string | null;
  place: ProposedPlace;
  start: LocalAsOf;
  /** A whole local day; null where nobody said when it ended. */
  end: LocalAsOf | null;
  openEnd: boolean;
  certainty: "confirmed" | "claimed";
  sources: SourceProposal[];
  note: string | null;
  noteLanguage: Locale;
  confidentialNote: string | null;
};

export type ActionReading = { proposal: ActionProposal } | { problems: FieldProblem[] };

/** The same reading in the write and on the pages of whoever proposes or decides. */
export function readAction(payload: unknown): ActionReading {
  const input = readActionInput(payload);
  return input === null ? { problems: [{ field: "actionType", code: "form_unknown" }] } : toAction(input);
}

/** The whole form read at once, with every problem there is, in the order of the form. */
function toAction(input: ActionInput): ActionReading {
  const { actionType: type, stoppage, scope, certainty } = input;
  const start = readAsOf(input);
  const place = placeOf(input.place);
  const sources = readSources(input.sources);
  const missing = (field: "actionType" | "stoppage" | "scope" | "certainty") =>
    input[field] === "" ? [{ field, code: `${field === "actionType" ? "action_type" : field}_missing` }] : [];
  const problems: FieldProblem[] = [
    ...missing("actionType"),
    ...missing("stoppage"),
    ...missing("scope"),
    ...whoProblems(input),
    ...(place === null ? [{ field: "place", code: "place_missing" }] : []),
    ...start.problems,
    ...endProblems(input),
    ...missing("certainty"),
    ...sources.problems,
  ];
  if (problems.length > 0 || place === null) return { problems };
  if (type === "" || stoppage === "" || scope === "" || certainty === "") return { problems };
  return {
    proposal: {
      ...{ waveId: input.waveId, type, stoppage, scope, certainty, place },
      ...{ general: input.general === "yes", political: input.political === "yes", openEnd: input.openEnd === "yes" },
      ...{ workforceId: orNull(input.workforceId), participants: orNull(input.participants) },
      ...{ start: start.asOf, end: endOf(input), sources: sources.sources },
      note: orNull(input.note),
      noteLanguage: input.noteLanguage === "" ? "en" : input.noteLanguage,
      confidentialNote: orNull(input.confidentialNote),
    },
  };
}

/** A strike is somebody's: of a recorded workforce, or of people who are named. */
function whoProblems({ workforceId, participants }: ActionInput): FieldProblem[] {
  return workforceId === "" && participants === "" ? [{ field: "workforceId", code: "participants_missing" }] : [];
}

export function placeOf(place: string): ProposedPlace | null {
  if (place === "country") return { of: "country" };
  const [, of, id = ""] = /^(region|locality) (\S+)$/.exec(place) ?? [];
  return of === "region" || of === "locality" ? { of, id } : null;
}

function endProblems({ date, endDate, openEnd }: ActionInput): FieldProblem[] {
  if (endDate === "") return [];
  if (!isCalendarDate(endDate)) return [{ field: "endDate", code: dateFault(endDate) }];
  if (openEnd === "yes") return [{ field: "openEnd", code: "open_end_with_end" }];
  return isCalendarDate(date) && endDate < date ? [{ field: "endDate", code: "ends_before_start" }] : [];
}

function endOf({ endDate }: ActionInput): LocalAsOf | null {
  return endDate === "" ? null : { date: endDate, precision: "day", part: null, hour: null };
}
