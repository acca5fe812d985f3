import { isValidOn, regionOfLocality } from "@/lib/domain/region-validity";
import type { FileMoment, FilePlace } from "./record/format";
import type { RecordFiles, RecordProblem } from "./record-files";

type Placed = { id: string; place: FilePlace; start: FileMoment };

/** Places that do not exist or do not fit their precision, and times that run backwards or in another zone. */
export function whereWhenProblems(files: RecordFiles): RecordProblem[] {
  const placed: Placed[] = [...files.actions, ...files.events];
  const workforces = files.workforces.map(({ id, locality, region }) => ({ id, locality, region }));
  return [
    ...placed.flatMap(({ id, place }) => named(id, precisionFaults(place))),
    ...placed.flatMap(({ id, place, start }) => named(id, placeFaults(files, place, start.from.slice(0, 10)))),
    ...workforces.flatMap((workforce) => named(workforce.id, placeFaults(files, workforce, files.wave.firstDay))),
    ...files.figures.flatMap(({ id, region, asOf }) =>
      named(id, placeFaults(files, { locality: null, region }, asOf.from.slice(0, 10))),
    ),
    ...files.coverageNotes.flatMap(({ id, region }) =>
      named(id, placeFaults(files, { locality: null, region }, files.wave.firstDay)),
    ),
    ...momentsOf(files).flatMap(({ id, moment, region }) => named(id, momentFaults(files, moment, region))),
    ...files.actions.flatMap(({ id, openEnd, start, end, lastKnownAt }) =>
      named(id, [
        ...(openEnd && end !== null ? ["open-ended and with an end"] : []),
        ...(end !== null && new Date(end.to) < new Date(start.from) ? ["ends before it begins"] : []),
        ...(lastKnownAt !== null && new Date(lastKnownAt) < new Date(start.from) ? ["last known before it began"] : []),
      ]),
    ),
  ];
}

function named(at: string, faults: string[]): RecordProblem[] {
  return faults.map((problem) => ({ at, problem }));
}

function precisionFaults({ locality, region, precision }: FilePlace): string[] {
  const fits = {
    country: locality === null && region === null,
    region: locality === null && region !== null,
    unnamed_localities: locality === null && region !== null,
    locality: locality !== null,
    site: locality !== null,
  };
  return fits[precision] ? [] : [`its place does not fit the precision ${precision}`];
}

function placeFaults(files: RecordFiles, place: Pick<FilePlace, "locality" | "region">, day: string): string[] {
  const { locality, region } = place;
  const unit = files.regions.find(({ code }) => code === region);
  if (region !== null && unit === undefined) return [`${region} is no region of the record`];
  if (unit !== undefined && !isValidOn(unit, day)) return [`${region} did not exist on ${day}`];
  if (locality === null) return [];
  const known = files.localities.find(({ id }) => id === locality);
  if (known === undefined) return [`${locality} is no locality of the record`];
  const memberships = known.regions.map(({ region: regionCode, from, to }) => ({
    localityId: locality,
    regionCode,
    validFrom: from,
    validTo: to,
  }));
  const then = regionOfLocality(memberships, locality, day);
  return "regionCode" in then && then.regionCode === region ? [] : [`${locality} was not in ${region} on ${day}`];
}

type Timed = { id: string; moment: FileMoment; region: string | null };

function momentsOf(files: RecordFiles): Timed[] {
  const of = (id: string, region: string | null, ...moments: (FileMoment | null)[]): Timed[] =>
    moments.filter((moment) => moment !== null).map((moment) => ({ id, moment, region }));
  return [
    ...files.actions.flatMap(({ id, place, start, end }) => of(id, place.region, start, end)),
    ...files.events.flatMap(({ id, place, start, end }) => of(id, place.region, start, end)),
    ...files.figures.flatMap(({ id, region, asOf }) => of(id, region, asOf)),
    ...files.workforceSizes.flatMap(({ id, asOf }) => of(id, null, asOf)),
    ...files.demands.flatMap(({ id, raised }) => of(id, null, raised)),
    ...files.solidarity.flatMap(({ id, given }) => of(id, null, given)),
    ...files.coverageNotes.flatMap(({ id, region, start, end }) => of(id, region, start, end)),
  ];
}

function momentFaults(files: RecordFiles, moment: FileMoment, region: string | null): string[] {
  const { from, to, precision } = moment;
  const faults: string[] = [];
  if (new Date(from) > new Date(to)) faults.push(`${from} is after ${to}`);
  if ((from === to) !== (precision === "minute"))
    faults.push(`${from} to ${to} does not fit the precision ${precision}`);
  const unit = files.regions.find(({ code }) => code === region);
  const zone = unit?.utcOffsets.find((offset) =>
    isValidOn({ validFrom: offset.from, validTo: offset.to }, from.slice(0, 10)),
  );
  if (zone !== undefined && from.slice(-6) !== offsetText(zone.minutes)) {
    faults.push(`${from} is not in the local time of ${region}, ${offsetText(zone.minutes)}`);
  }
  return faults;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
