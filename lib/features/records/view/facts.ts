import type { FigureRow, SourceRow, WorkforceRow, WorkforceSizeRow } from "@/lib/domain/wave-record";
import { regionOfClaim } from "@/lib/domain/where";
import { plain, type RecordsContext } from "./context";
import { type Fact, fact, placeParts } from "./fact";
import { happeningFacts } from "./facts-of-happenings";
import type { Found } from "./find";
import { linkTo, subjectPart } from "./titles";

export function recordFacts(found: Found, context: RecordsContext): Fact[] {
  switch (found.kind) {
    case "figure":
      return figureFacts(found.row, context);
    case "workforce_size":
      return sizeFacts(found.row, context);
    case "workforce":
      return workforceFacts(found.row, context);
    case "source":
      return sourceFacts(found.row, context);
    default:
      return happeningFacts(found, context);
  }
}

function figureFacts(row: FigureRow, context: RecordsContext): Fact[] {
  const { words } = context;
  return [
    ...fact("fact.about", [subjectPart(row, context)], context),
    ...fact("fact.workforce", row.workforceId === null ? [] : [linkTo(row.workforceId, context)], context),
    ...fact(
      "fact.measure",
      [
        plain(words(`measure.${row.measure}`), context.glossaryHref(`measure-${row.measure}`)),
        plain(words(`basis.${row.basis}`), context.glossaryHref(`basis-${row.basis}`)),
      ],
      context,
    ),
    ...fact("fact.asOf", [plain(context.moment(row.asOf, regionOfClaim(row, context.record)))], context),
    ...fact("fact.general", row.general ? [plain(words("general"))] : [], context),
  ];
}

function sizeFacts(row: WorkforceSizeRow, context: RecordsContext): Fact[] {
  return [
    ...fact("fact.workforce", [linkTo(row.workforceId, context)], context),
    ...fact("fact.asOf", [plain(context.moment(row.asOf, regionOfClaim(row, context.record)))], context),
    ...fact("fact.comparable", [plain(context.words(row.comparable ? "comparable.yes" : "comparable.no"))], context),
  ];
}

export function workforceFacts(row: WorkforceRow, context: RecordsContext): Fact[] {
  const { record, words } = context;
  const employer = record.employers.find(({ id }) => id === row.employerId);
  const employerPart = employer ? context.part(employer.names) : plain(words("noEmployer"));
  return [
    ...fact("fact.occupation", [context.part(row.occupation)], context),
    ...fact("fact.employer", [employerPart], context),
    ...fact("fact.place", placeParts(row, context), context),
    ...fact("fact.wholeEmployer", row.wholeEmployer ? [plain(words("wholeEmployer"))] : [], context),
    ...fact(
      "fact.otherNames",
      row.otherNames.map((name) => plain(name)),
      context,
    ),
    ...fact("fact.note", [row.note === null ? null : context.part(row.note)], context),
  ];
}

function sourceFacts(row: SourceRow, context: RecordsContext): Fact[] {
  const { words } = context;
  const published = row.publishedOn === null ? words("sources.noDate") : context.date(row.publishedOn);
  return [
    ...fact("fact.publisher", [plain(row.publisher ?? words("sources.noPublisher"))], context),
    ...fact("fact.sourceKind", [plain(words(`sourceKind.${row.kind}`))], context),
    ...fact("fact.tier", [plain(words(`tier.${row.tier}`), context.glossaryHref("tier"))], context),
    ...fact("fact.language", [plain(context.language(row.language))], context),
    ...fact("fact.published", [plain(published)], context),
    ...fact("fact.address", [row.url === null ? plain(words("sources.noAddress")) : plain(row.url, row.url)], context),
    ...fact(
      "fact.archived",
      [
        row.archivedUrl === null
          ? plain(words("sources.notArchived"))
          : plain(words("sources.archived"), row.archivedUrl),
      ],
      context,
    ),
    ...fact("fact.origin", [row.origin === null ? plain(words("sources.noOrigin")) : plain(row.origin)], context),
    ...fact("fact.note", [row.note === null ? null : context.part(row.note)], context),
  ];
}
