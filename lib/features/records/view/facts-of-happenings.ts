import type { CoverageCause } from "@/lib/domain/coverage";
import type { ActionRow, CoverageNoteRow, DemandRow, EventRow, SolidarityRow } from "@/lib/domain/wave-record";
import { regionOfSupport } from "@/lib/domain/where";
import { actionKindLabel } from "@/lib/features/actions/view";
import { plain, type RecordsContext } from "./context";
import { type Fact, fact, placeParts } from "./fact";
import type { Found } from "./find";
import { linkTo, regionPart, supporterPart } from "./titles";

type Happening = Exclude<Found, { kind: "figure" | "workforce_size" | "workforce" | "source" }>;

export function happeningFacts(found: Happening, context: RecordsContext): Fact[] {
  switch (found.kind) {
    case "action":
      return actionFacts(found.row, context);
    case "event":
      return eventFacts(found.row, context);
    case "demand":
      return demandFacts(found.row, context);
    case "solidarity":
      return solidarityFacts(found.row, context);
    case "coverage_note":
      return coverageFacts(found.row, context);
  }
}

function actionFacts(row: ActionRow, context: RecordsContext): Fact[] {
  const { words } = context;
  const lastKnown = row.lastKnownAt;
  const flags = (["general", "solidarity", "political"] as const).filter((flag) => row[flag]);
  return [
    ...fact("fact.actionKind", [plain(actionKindLabel(row, context.actionWords))], context),
    ...fact("fact.workforces", [...row.workforceIds.map((id) => linkTo(id, context))], context),
    ...fact("fact.participants", [row.participants && context.part(row.participants)], context),
    ...fact("fact.place", placeParts(row, context), context),
    ...fact("fact.when", [plain(context.period(row.period, row.regionId))], context),
    ...fact(
      "fact.lastKnown",
      lastKnown === null
        ? []
        : [plain(context.moment({ earliest: lastKnown, latest: lastKnown, precision: "minute" }, row.regionId))],
      context,
    ),
    ...fact("fact.stoppage", [plain(words(`stoppage.${row.stoppage}`))], context),
    ...fact("fact.scope", [plain(words(`scope.${row.scope}`))], context),
    ...fact(
      "fact.flags",
      flags.map((flag) => plain(words(`flag.${flag}`))),
      context,
    ),
    ...certaintyFact(row, context),
    ...fact("fact.demands", [...row.demandIds.map((id) => linkTo(id, context))], context),
    ...noteFact(row, context),
  ];
}

function certaintyFact(row: ActionRow | EventRow, context: RecordsContext): Fact[] {
  return fact("fact.certainty", [plain(context.words(`certainty.${row.certainty}`))], context);
}

function noteFact(row: ActionRow | EventRow | DemandRow | SolidarityRow, context: RecordsContext): Fact[] {
  return fact("fact.note", [row.note === null ? null : context.part(row.note)], context);
}

function eventFacts(row: EventRow, context: RecordsContext): Fact[] {
  return [
    ...fact("fact.eventKind", [plain(context.words(`eventKind.${row.kind}`))], context),
    ...fact("fact.actor", [row.actor && context.part(row.actor)], context),
    ...fact("fact.place", placeParts(row, context), context),
    ...fact("fact.when", [plain(context.period(row.period, row.regionId))], context),
    ...certaintyFact(row, context),
    ...fact(
      "fact.answers",
      row.answers.flatMap(({ demandId, outcome }) => [linkTo(demandId, context), outcome && context.part(outcome)]),
      context,
    ),
    ...noteFact(row, context),
  ];
}

function demandFacts(row: DemandRow, context: RecordsContext): Fact[] {
  const { target } = row;
  const amount = target && context.measured({ ...target, approximate: false, unknown: null });
  return [
    ...fact("fact.demandKind", [plain(context.words(`demandKind.${row.kind}`))], context),
    ...fact("fact.raisedBy", [context.part(row.raisedBy)], context),
    ...fact("fact.workforce", row.workforceId === null ? [] : [linkTo(row.workforceId, context)], context),
    ...fact("fact.raisedAt", [plain(context.moment(row.raisedAt))], context),
    ...fact("fact.target", [amount === null ? null : plain(amount)], context),
    ...noteFact(row, context),
  ];
}

function solidarityFacts(row: SolidarityRow, context: RecordsContext): Fact[] {
  const { record, words } = context;
  const wave = plain(words("subject.wave", { wave: context.text(record.wave.names) }), context.waveHref(""));
  return [
    ...fact("fact.solidarityKind", [plain(words(`solidarityKind.${row.kind}`))], context),
    ...fact("fact.from", [supporterPart(row, context), plain(context.country(row.fromCountry))], context),
    ...fact("fact.to", [row.toActionId === null ? wave : linkTo(row.toActionId, context)], context),
    ...fact("fact.as", row.asActionId === null ? [] : [linkTo(row.asActionId, context)], context),
    ...fact("fact.when", [plain(context.moment(row.givenAt, regionOfSupport(row, record)))], context),
    ...fact("fact.amount", [plain(row.amount === null ? words("noAmount") : context.measured(row.amount))], context),
    ...noteFact(row, context),
  ];
}

function coverageFacts(row: CoverageNoteRow, context: RecordsContext): Fact[] {
  const cause = row.cause as CoverageCause;
  const country = plain(context.country(context.record.wave.country));
  return [
    ...fact("fact.region", [row.regionId === null ? country : regionPart(row.regionId, context)], context),
    ...fact("fact.cause", [plain(context.words(`cause.${cause}`))], context),
    ...fact("fact.when", [plain(context.period(row.period, row.regionId))], context),
  ];
}
