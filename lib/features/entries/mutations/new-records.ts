import type { Weight } from "@/lib/domain/chosen-standing";
import type { ImpactInput } from "@/lib/domain/impact";
import type { PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import { readCompeting, readExistingClaims } from "../data/existing-claims";
import type { FieldProblem } from "../schema/input";
import { type NewRecordKind, PLAIN_KINDS, type PlainKind } from "../schema/kinds";
import type { SourceProposal } from "../schema/source";
import { hullOf } from "../view/impact";
import { checkAction } from "./check-action";
import { checkPlain } from "./check-plain";
import { checkProposal } from "./check-proposal";
import { checkSolidarity } from "./check-solidarity";
import { publishAction } from "./publish-action";
import { publishFigure } from "./publish-figure";
import { publishPlain } from "./publish-plain";
import { publishSolidarity } from "./publish-solidarity";

/** A proposed record that fits the record of this moment: by what it is weighed, and how it is published. */
export type ReadyRecord = {
  impact: Omit<ImpactInput, "entryKind">;
  sources: SourceProposal[];
  /** Its new sources before it. */
  publish: Publish;
};
/** A claim is published with the weight it was approved with; what is no claim has none. */
type Publish = (tx: Transaction, entryId: string, weight: Weight) => Promise<PublishedRecord[]>;
type Check = (tx: Transaction, payload: unknown) => Promise<ReadyRecord | { problems: FieldProblem[] }>;

/** Every kind of record that can be proposed, read whole and held against the record. */
export const NEW_RECORDS: Readonly<Record<NewRecordKind, Check>> = {
  figure: async (tx, payload) => {
    const checked = await checkProposal(tx, payload);
    if ("problems" in checked) return checked;
    const { proposal, asOf } = checked;
    const existingHull = hullOf(await readExistingClaims(tx, proposal, asOf));
    const impact = { quantity: proposal.quantity, measure: proposal.measure, existingHull };
    const publish: Publish = (then, entryId, weight) => publishFigure(then, entryId, { ...checked, weight });
    return { impact, sources: proposal.sources, publish };
  },
  action: async (tx, payload) => {
    const checked = await checkAction(tx, payload);
    if ("problems" in checked) return checked;
    const publish: Publish = (then, entryId) => publishAction(then, entryId, checked);
    return { impact: ofQuantity(null), sources: checked.proposal.sources, publish };
  },
  solidarity: async (tx, payload) => {
    const checked = await checkSolidarity(tx, payload);
    if ("problems" in checked) return checked;
    const impact = ofQuantity(checked.proposal.amount);
    const publish: Publish = (then, entryId) => publishSolidarity(then, entryId, checked);
    return { impact, sources: checked.proposal.sources, publish };
  },
  ...(Object.fromEntries(PLAIN_KINDS.map((kind) => [kind, plain(kind)])) as Record<PlainKind, Check>),
};

function plain(kind: PlainKind): Check {
  return async (tx, payload) => {
    const checked = await checkPlain(tx, kind, payload);
    if ("problems" in checked) return checked;
    const { quantity, measure, tellsOfHarm } = checked.proposal;
    const existingHull = hullOf(await readCompeting(tx, checked.row));
    const impact = { quantity, measure, existingHull, tellsOfHarm };
    const publish: Publish = (then, entryId, weight) => publishPlain(then, entryId, { ...checked, weight });
    return { impact, sources: checked.proposal.sources, publish };
  };
}

/** What competes with no other claim is weighed by its own amount alone. */
function ofQuantity(quantity: ImpactInput["quantity"]): ReadyRecord["impact"] {
  return { quantity, measure: null, existingHull: null };
}
