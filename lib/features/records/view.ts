import type { RecordKind } from "@/lib/domain/id";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { localDate } from "@/lib/shared/format/day";
import { claimantName, competingClaims } from "./view/claim-row";
import { type ClaimGroup, claimGroup } from "./view/claims";
import { type Part, type RecordsContext, type RecordsWords, recordsContext } from "./view/context";
import { type DecisionView, decisionsOf } from "./view/decisions";
import type { Fact } from "./view/fact";
import { recordFacts } from "./view/facts";
import { type Found, findRecord } from "./view/find";
import { historyOf, type VersionView } from "./view/history";
import { atOtherTimes, type Related, relatedRecords } from "./view/related";
import { type Retraction, retractionOf } from "./view/retraction";
import { type SourceGroup, sourceGroups } from "./view/sources";
import { retractedClaims, type SubjectGroup, subjectGroups } from "./view/subject-claims";
import { recordTitle, subjectPart } from "./view/titles";

export type RecordView = {
  id: string;
  kind: string;
  recordKind: RecordKind;
  wave: Part;
  title: Part;
  lead: string | null;
  retracted: Retraction | null;
  facts: Fact[];
  claims: ClaimGroup | null;
  /** The claims about it, where it is something that is counted. */
  figures: { groups: SubjectGroup[]; none: string; retracted: Part[] } | null;
  otherTimes: Part[];
  sources: SourceGroup[];
  /** A claim's sources stand with the claim, and a source is one itself. */
  citesSources: boolean;
  /** The page that gathers everything about it, where the record is a workforce. */
  workforceHref: string | null;
  related: Related[];
  decisions: DecisionView[];
  history: VersionView[];
  citation: string;
  /** What files for reference managers say of it apart from its title. */
  cited: { title: string; year: string; edition: string };
  /** Leads to whatever the record says then; `fixedLink` to what it says now, by the day it is known on. */
  permalink: string;
  fixedLink: { day: string; href: string };
};

type Asked = { id: string; publicUrl: string };

/** Everything a record's page says, or null when there is no such record. Records know no language of their own. */
export function recordView(records: readonly WaveRecord[], asked: Asked, words: RecordsWords): RecordView | null {
  for (const record of records) {
    const found = findRecord(record, asked.id);
    if (found) return viewOf(found, asked, recordsContext(record, words));
  }
  return null;
}

function viewOf(found: Found, asked: Asked, context: RecordsContext): RecordView {
  const { row, kind } = found;
  const { words, record } = context;
  const isClaim = found.kind === "figure" || found.kind === "workforce_size";
  const claims = isClaim ? claimGroup(competingClaims(found.row, record), row.id, context) : null;
  const title = recordTitle(found, context);
  // Without a language: whoever follows a citation reads it in their own.
  const permalink = `${asked.publicUrl}/records/${row.id}`;
  // From the next day on later publications change nothing that the page says; the citation names the revision as well.
  const knownOn = localDate(record.publishedAt, context.timeZone);
  const fixedLink = {
    day: context.date(knownOn),
    href: `${asked.publicUrl}${context.recordHrefOn(row.id, knownOn).slice(1 + context.locale.length)}`,
  };
  return {
    id: row.id,
    kind: words(`kind.${kind}`),
    recordKind: kind,
    wave: context.part(record.wave.names, context.waveHref("")),
    title,
    lead: leadOf(found, context),
    retracted: retractionOf(row, context),
    facts: recordFacts(found, context),
    claims,
    figures: figuresOf(found, context),
    otherTimes: atOtherTimes(found, new Set(claims?.claims.map(({ id }) => id)), context),
    sources: isClaim ? [] : sourceGroups(row.citations, context),
    citesSources: !isClaim && kind !== "source",
    workforceHref: found.kind === "workforce" ? context.workforceHref(found.row.slug) : null,
    related: relatedRecords(found, context),
    decisions: decisionsOf(row, context),
    history: historyOf(row, context),
    ...citationOf(found, fixedLink, context),
    ...{ permalink, fixedLink },
  };
}

/** How it is cited: by what it is called, that it was retracted, and which revision of it was read. */
function citationOf(
  found: Found,
  fixedLink: RecordView["fixedLink"],
  context: RecordsContext,
): Pick<RecordView, "citation" | "cited"> {
  const { row } = found;
  const { words, record } = context;
  const { text } = recordTitle(found, context);
  const title = row.state === "retracted" ? words("retracted.cited", { title: text }) : text;
  return {
    citation: words("citation.text", {
      id: row.id,
      title,
      revision: row.revision,
      version: record.version,
      day: context.fullDay(row.recordedAt),
      known: fixedLink.day,
      link: fixedLink.href,
    }),
    cited: {
      title,
      year: localDate(row.recordedAt, context.timeZone).slice(0, 4),
      edition: words("citation.edition", { revision: row.revision, version: record.version }),
    },
  };
}

function figuresOf(found: Found, context: RecordsContext): RecordView["figures"] {
  const groups = subjectGroups(found, context);
  if (groups === null) return null;
  const kind = found.kind as "action" | "event" | "workforce";
  return { groups, none: context.words(`page.figuresNone.${kind}`), retracted: retractedClaims(found, context) };
}

function leadOf(found: Found, context: RecordsContext): string | null {
  const { words } = context;
  if (found.kind === "figure") {
    return words("lead.figure", {
      subject: subjectPart(found.row, context).text,
      moment: context.moment(found.row.asOf),
      claimant: claimantName(found.row, context),
    });
  }
  if (found.kind !== "workforce_size") return null;
  const workforce = context.record.workforces.find(({ id }) => id === found.row.workforceId);
  return words("lead.figure", {
    subject: context.text(workforce?.names ?? null),
    moment: context.moment(found.row.asOf),
    claimant: claimantName(found.row, context),
  });
}
