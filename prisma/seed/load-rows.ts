import { Prisma } from "@/lib/generated/prisma/client";
import type * as format from "./record/format";
import { dateOrNull, instantsOf } from "./record-times";

/** What stands in a file becomes the columns of its table. */

const jsonOrNull = (value: format.Text | null) => value ?? Prisma.DbNull;

function startColumns(moment: format.FileMoment) {
  const { earliest, latest } = instantsOf(moment);
  return { startEarliest: earliest, startLatest: latest, startPrecision: moment.precision };
}

function endColumns(moment: format.FileMoment | null) {
  if (moment === null) return { endEarliest: null, endLatest: null, endPrecision: null };
  const { earliest, latest } = instantsOf(moment);
  return { endEarliest: earliest, endLatest: latest, endPrecision: moment.precision };
}

function quantityColumns({ lower, upper, approximate, words, wordsLanguage, rule, unknown }: format.FileQuantity) {
  const ruleColumns = { ruleId: rule?.id ?? null, ruleVersion: rule?.version ?? null };
  return { lower, upper, approximate, words, wordsLanguage, ...ruleColumns, unknown };
}

function claimColumns(file: format.FileFigure | format.FileWorkforceSize) {
  const { earliest, latest } = instantsOf(file.asOf);
  return {
    ...quantityColumns(file.quantity),
    unit: file.quantity.unit,
    asOfEarliest: earliest,
    asOfLatest: latest,
    asOfPrecision: file.asOf.precision,
    claimant: file.claimant,
    claimantName: jsonOrNull(file.claimantName),
    standing: file.standing,
    standingReason: jsonOrNull(file.standingReason),
  };
}

function placeColumns({ locality, region, precision }: format.FilePlace) {
  return { localityId: locality, regionId: region, placePrecision: precision };
}

export function sourceRow({ seed: _, recordedOn: __, publishedOn, note, ...file }: format.FileSource) {
  const row: Prisma.SourceCreateManyInput = { ...file, publishedOn: dateOrNull(publishedOn), note: jsonOrNull(note) };
  return row;
}

export function workforceRow(file: format.FileWorkforce): Prisma.WorkforceCreateManyInput {
  const { id, slug, names, occupation, otherNames, employer, locality, region, wholeEmployer, note } = file;
  const place = { localityId: locality, regionId: region };
  return {
    id,
    slug,
    names,
    occupation,
    otherNames,
    employerId: employer,
    ...place,
    wholeEmployer,
    note: jsonOrNull(note),
  };
}

export function workforceSizeRow(file: format.FileWorkforceSize): Prisma.WorkforceSizeCreateManyInput {
  const { id, workforce, scopeNote, comparable } = file;
  return { id, workforceId: workforce, scopeNote: jsonOrNull(scopeNote), comparable, ...claimColumns(file) };
}

export function demandRow(file: format.FileDemand): Prisma.DemandCreateManyInput {
  const { id, kind, text, raisedBy, workforce, raised, target, note } = file;
  const none = { lower: null, upper: null, unit: null, words: null };
  const columns = { ...startColumns(raised), ...(target ?? none), note: jsonOrNull(note) };
  return { id, kind, text, raisedBy, workforceId: workforce, ...columns };
}

export function actionRow(file: format.FileAction): Prisma.ActionCreateManyInput {
  const { id, type, general, solidarity, political, stoppage, scope, openEnd, certainty } = file;
  return {
    ...{ id, type, general, solidarity, political, stoppage, scope, openEnd, certainty },
    ...placeColumns(file.place),
    placeInferred: file.place.inferred,
    site: jsonOrNull(file.site),
    participants: jsonOrNull(file.participants),
    ...startColumns(file.start),
    ...endColumns(file.end),
    lastKnownAt: file.lastKnownAt === null ? null : new Date(file.lastKnownAt),
    note: jsonOrNull(file.note),
  };
}

export function eventRow(file: format.FileEvent): Prisma.EventCreateManyInput {
  const { id, kind, text, actor, place, start, end, certainty, note } = file;
  const times = { ...startColumns(start), ...endColumns(end) };
  return {
    id,
    kind,
    text,
    actor: jsonOrNull(actor),
    ...placeColumns(place),
    ...times,
    certainty,
    note: jsonOrNull(note),
  };
}

export function figureRow(file: format.FileFigure): Prisma.FigureCreateManyInput {
  const { id, subject, action, event, region, workforce, measure, basis, disputed, disputeReason, note } = file;
  return {
    ...{ id, subject, actionId: action, eventId: event, regionId: region, workforceId: workforce, measure, basis },
    ...claimColumns(file),
    disputed,
    disputeReason: jsonOrNull(disputeReason),
    note: jsonOrNull(note),
  };
}

export function solidarityRow(file: format.FileSolidarity): Prisma.SolidarityCreateManyInput {
  const { id, kind, supporterKind, supporterName, fromCountry, text, amount } = file;
  const { lower = null, upper = null, unit = null, unknown = null, words = null } = amount ?? {};
  return {
    ...{ id, kind, supporterKind, supporterName, fromCountry, text },
    ...{ workforceId: file.workforce, toActionId: file.toAction, asActionId: file.asAction },
    ...startColumns(file.given),
    ...{ lower, upper, unit, unknown, words },
    note: jsonOrNull(file.note),
  };
}

export function coverageNoteRow(file: format.FileCoverageNote): Prisma.CoverageNoteCreateManyInput {
  const { id, region, cause, text, start, end } = file;
  return { id, regionId: region, cause, text, ...startColumns(start), ...endColumns(end) };
}
