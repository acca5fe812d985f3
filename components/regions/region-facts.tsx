import { PageHeading } from "@/components/ui/page-heading";
import type { Population, RegionView } from "@/lib/features/regions/view/region";
import type { LaterUnit } from "@/lib/features/regions/view/region-boundary";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import type { OtherName, RegionNames } from "@/lib/features/regions/view/region-names";

type Props = { view: RegionView; context: RegionContext };

/** What the region is: its names, its people, and what became of its boundary. */
export function RegionFacts({ view, context }: Props) {
  const { t } = context;
  const { first } = view;
  return (
    <>
      <PageHeading kicker={`${t("region.kicker")} · ${view.code}`} title={view.name}>
        <p className="first-letter:uppercase">
          {first.strike ? t("spread.since.strike", { when: first.strike }) : t("region.noStrike")}
          {"; "}
          {first.rally ? t("spread.since.rally", { when: first.rally }) : t("region.noRally")}.
        </p>
        <p className="mt-2 text-base">
          <a href={context.waveHref(`/compare?regions=${view.code}`)}>{context.say("compare.with.region")}</a>
        </p>
      </PageHeading>
      <dl className="mb-12 grid gap-x-8 gap-y-4 border-y border-rule py-5 text-sm sm:grid-cols-2 lg:grid-cols-4">
        <Names names={view.names} context={context} />
        <People population={view.population} context={context} />
        <Bounds view={view} context={context} />
      </dl>
    </>
  );
}

/** The names of a region, each in its own language; older ones with when they were in use. */
export function Names({
  names: { names, others },
  context: { t, say },
}: {
  names: RegionNames;
  context: RegionContext;
}) {
  return (
    <>
      <div>
        <dt className="text-ink-2">{t("region.names")}</dt>
        {names.map(({ language, name }) => (
          <dd key={language} lang={language}>
            {name}
          </dd>
        ))}
      </div>
      {others.map(({ kind, names: older }) => (
        <div key={kind}>
          <dt className="text-ink-2">{say(`names.${kind}`)}</dt>
          {older.map((name) => (
            <Older key={name.text} name={name} />
          ))}
        </div>
      ))}
    </>
  );
}

function Older({ name: { text, language, when } }: { name: OtherName }) {
  return (
    <dd>
      <span lang={language ?? undefined}>{text}</span>
      {when ? <span className="text-ink-2"> ({when})</span> : null}
    </dd>
  );
}

/** How many live in a region, when, and who counted them. */
export function People({ population, context }: { population: Population | null; context: RegionContext }) {
  const { t, say } = context;
  if (population === null) {
    return (
      <div>
        <dt className="text-ink-2">{t("region.population")}</dt>
        <dd>{t("region.noPopulation")}</dd>
      </div>
    );
  }
  const { amount, on, source, isComputed } = population;
  return (
    <div>
      <dt className="text-ink-2">{t("region.population")}</dt>
      <dd>{t("region.populationOn", { amount, day: on })}</dd>
      <dd className="text-ink-2">
        {source ? <a href={`/${context.locale}/credits`}>{source}</a> : say("population.noSource")}
        {isComputed ? `; ${t("region.populationComputed")}` : null}
      </dd>
    </div>
  );
}

function Bounds({ view, context }: Props) {
  const { t, say, date, record } = context;
  const { cameFrom, later } = view.boundary;
  return (
    <div>
      <dt className="text-ink-2">{t("region.boundary")}</dt>
      <dd>{t("region.boundaryOn", { day: date(record.wave.firstDay) })}</dd>
      {cameFrom ? (
        <dd>
          <a href={cameFrom.href}>{say("boundary.cameFrom", { name: cameFrom.name, day: cameFrom.day })}</a>
        </dd>
      ) : null}
      {later.map((unit) => (
        <Later key={unit.href} unit={unit} view={view} context={context} />
      ))}
    </div>
  );
}

/** A unit of today within the boundary of then, and what of this page lies in it. */
function Later({ unit, view, context }: Props & { unit: LaterUnit }) {
  const { say, list } = context;
  const { name, day, href, places, people, records } = unit;
  return (
    <dd className="mt-2">
      <a href={href}>{say("boundary.later", { name, day })}</a> {say("boundary.changes")}
      <ul className="list-disc ps-5 text-ink-2">
        <li>{say("boundary.places", { count: places.length, names: list(places) })}</li>
        {people && view.population ? (
          <li>{say("boundary.people", { amount: people, all: view.population.amount })}</li>
        ) : null}
        <li>{say("boundary.records", { count: records })}</li>
        <li>{say("boundary.stays")}</li>
      </ul>
    </dd>
  );
}
