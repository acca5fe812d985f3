import { isOfMethod } from "@/lib/domain/coverage";
import { parseRecordId, type RecordKind } from "@/lib/domain/id";
import { type RecordFiles, type RecordProblem, recordsOf } from "./record-files";

type Link = { from: string; to: string | null; kind: RecordKind };

/** Ids out of form or used twice, links that lead nowhere, and claims without a source. */
export function linkProblems(files: RecordFiles): RecordProblem[] {
  const known = new Map<string, RecordKind>(recordsOf(files).map(({ kind, record }) => [record.id, kind]));
  const broken = linksOf(files).filter(({ to, kind }) => to !== null && known.get(to) !== kind);
  return [
    ...idProblems(files),
    ...broken.map(({ from, to, kind }) => ({ at: from, problem: `${to} is no ${kind} of the record` })),
    ...employerProblems(files),
    ...sourceProblems(files),
  ];
}

function idProblems(files: RecordFiles): RecordProblem[] {
  const ids = [
    ...recordsOf(files).map(({ record }) => record.id),
    ...files.regions.map(({ code }) => code),
    ...files.localities.map(({ id }) => id),
    ...files.employers.map(({ id }) => `employer ${id}`),
    ...files.workforces.map(({ slug }) => `workforce ${slug}`),
  ];
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const foreign = recordsOf(files).filter(({ kind, record }) => {
    const parts = parseRecordId(record.id);
    return parts === null || parts.kind !== kind || parts.waveCode !== files.wave.code;
  });
  return [
    ...twice.map((id) => ({ at: id, problem: "used twice" })),
    ...foreign.map(({ kind, record }) => ({
      at: record.id,
      problem: `not an id of the kind ${kind} in ${files.wave.code}`,
    })),
  ];
}

function link(kind: RecordKind, from: string, to: string | null): Link {
  return { from, to, kind };
}

function links(kind: RecordKind, from: string, to: string[]): Link[] {
  return to.map((id) => link(kind, from, id));
}

function sourceLinks(files: RecordFiles): Link[] {
  const cited = recordsOf(files).map(({ record }) => ({ id: record.id, to: citationsOf(record) }));
  const owned = files.employers.map(({ id, owners }) => ({ id, to: owners }));
  return [...cited, ...owned].flatMap(({ id, to }) =>
    to.flatMap(({ source }) => (source === null ? [] : [link("source", id, source)])),
  );
}

function happeningLinks(files: RecordFiles): Link[] {
  const answered = files.events.flatMap(({ id, answers }) => answers.map(({ demand }) => link("demand", id, demand)));
  return [
    ...files.demands.map(({ id, workforce }) => link("workforce", id, workforce)),
    ...files.actions.flatMap(({ id, workforces, demands }) => [
      ...links("workforce", id, workforces),
      ...links("demand", id, demands),
    ]),
    ...answered,
    ...files.solidarity.flatMap(({ id, workforce, toAction, asAction }) => [
      link("workforce", id, workforce),
      link("action", id, toAction),
      link("action", id, asAction),
    ]),
  ];
}

function claimLinks(files: RecordFiles): Link[] {
  return [
    ...files.workforceSizes.map(({ id, workforce }) => link("workforce", id, workforce)),
    ...files.figures.flatMap(({ id, action, event, workforce }) => [
      link("action", id, action),
      link("event", id, event),
      link("workforce", id, workforce),
    ]),
  ];
}

function linksOf(files: RecordFiles): Link[] {
  return [...sourceLinks(files), ...happeningLinks(files), ...claimLinks(files)];
}

function employerProblems(files: RecordFiles): RecordProblem[] {
  const employers = new Set(files.employers.map(({ id }) => id));
  return files.workforces
    .filter(({ employer, wholeEmployer }) => (employer === null ? wholeEmployer : !employers.has(employer)))
    .map(({ id, employer }) => ({ at: id, problem: `${employer ?? "nobody"} is no employer of the record` }));
}

type Cited = { source: string; contradicts: boolean };

function citationsOf(record: object): Cited[] {
  return "citations" in record ? (record.citations as Cited[]) : [];
}

/** A note on our own method tells of this record itself and needs no source; everything else does. */
function sourceProblems(files: RecordFiles): RecordProblem[] {
  return recordsOf(files).flatMap(({ kind, record }) => {
    if (kind === "source" || ("cause" in record && isOfMethod(record.cause as string))) return [];
    const cited = citationsOf(record);
    const twice = new Set(cited.map(({ source }) => source)).size < cited.length;
    const carried = cited.some(({ contradicts }) => !contradicts);
    return [
      ...(carried ? [] : [{ at: record.id, problem: "a claim without a source" }]),
      ...(twice ? [{ at: record.id, problem: "cites one source twice" }] : []),
    ];
  });
}
