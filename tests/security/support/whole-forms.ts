import { readFigure } from "@/lib/features/entries/schema";
import { readAction } from "@/lib/features/entries/schema/action-proposal";
import {
  NEW_RECORD_INPUTS,
  type NewRecordKind,
  readPlainInput,
  readPlainProposal,
} from "@/lib/features/entries/schema/kinds";
import { readSolidarity } from "@/lib/features/entries/schema/solidarity-proposal";
import { typedFigure, typedSolidarity } from "../../integration/support/entries";

const source = { existing: "KZ22-S4", quote: "so it was", language: "en" };
const said = { waveId: "kz22", textLanguage: "en", noteLanguage: "en", sources: [source] };
const day = { date: "2022-01-05", precision: "day" };
const noNumber = { mode: "no_number", unknownReason: "withheld" };

export const FIGURE_SUBJECT = { workforceId: "KZ22-W11", actionId: "KZ22-A18" };

const typed: Record<NewRecordKind, object> = {
  figure: typedFigure(),
  solidarity: typedSolidarity(),
  action: {
    ...{ ...said, ...day, actionType: "strike", stoppage: "yes", scope: "employer", certainty: "claimed" },
    ...{ workforceId: "KZ22-W11", place: "locality zhezkazgan" },
  },
  event: { ...said, ...day, eventKind: "other", text: "It rained.", place: "country", certainty: "claimed" },
  demand: { ...said, ...day, demandKind: "wages", text: "More.", raisedBy: "miners" },
  workforce: { ...said, workforceName: "Miners of a pit", occupation: "miners" },
  workforce_size: { ...said, ...day, ...noNumber, workforceId: "KZ22-W11", claimant: "employer" },
  coverage_note: { ...said, ...day, cause: "internet_cut", place: "region KZ-MAN", text: "No line." },
  wider_figure: { ...said, ...day, ...noNumber, measure: "deaths", about: "region KZ-MAN", claimant: "state" },
  source: { ...said, sources: [{ noAddress: "yes", description: "A leaflet.", title: "To all", language: "en" }] },
};

/** A complete form of every kind of record that can be proposed anew. */
export const WHOLE = Object.fromEntries(
  Object.entries(typed).map(([kind, form]) => {
    const all = { ...form, ...(kind === "figure" ? {} : { recordKind: kind }) };
    const { shape } = NEW_RECORD_INPUTS[kind as NewRecordKind];
    return [kind, Object.fromEntries(Object.entries(all).filter(([name]) => name in shape))];
  }),
) as Record<NewRecordKind, Record<string, unknown>>;

/** Whether what was typed can be published as it is, as the write and the pages read it. */
export function isWhole(kind: NewRecordKind, form: object): boolean {
  const payload = NEW_RECORD_INPUTS[kind].safeParse(form).data;
  if (payload === undefined) return false;
  if (kind === "figure") return "proposal" in readFigure(payload);
  if (kind === "action") return "proposal" in readAction(payload);
  if (kind === "solidarity") return "proposal" in readSolidarity(payload);
  const plain = readPlainInput(payload);
  return plain !== null && "proposal" in readPlainProposal(plain);
}
