import { PageHeading } from "@/components/ui/page-heading";
import type { RegionView } from "@/lib/features/regions/view/region";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** What the region is: its names, people, places, and what became of its boundary. */
export function RegionFacts({ view, context }: { view: RegionView; context: ReadingContext }) {
  const { t } = context;
  const { first, population } = view;
  return (
    <>
      <PageHeading kicker={`${t("region.kicker")} · ${view.code}`} title={view.name}>
        <p className="first-letter:uppercase">
          {first.strike ? t("spread.since.strike", { when: first.strike }) : t("region.noStrike")}
          {"; "}
          {first.rally ? t("spread.since.rally", { when: first.rally }) : t("region.noRally")}.
        </p>
      </PageHeading>
      <dl className="mb-12 grid gap-x-8 gap-y-4 border-y border-rule py-5 text-sm sm:grid-cols-2 lg:grid-cols-4">
        <div>
          <dt className="text-ink-2">{t("region.names")}</dt>
          {view.names.map(({ language, name }) => (
            <dd key={language} lang={language}>
              {name}
            </dd>
          ))}
        </div>
        <div>
          <dt className="text-ink-2">{t("region.population")}</dt>
          <dd>
            {population
              ? t("region.populationOn", { amount: population.amount, day: population.on })
              : t("region.noPopulation")}
          </dd>
          {population ? (
            <dd className="text-ink-2">
              <a href={`/${context.locale}/credits`}>{t("region.populationSource")}</a>
              {population.isComputed ? `; ${t("region.populationComputed")}` : null}
            </dd>
          ) : null}
        </div>
        <div>
          <dt className="text-ink-2">{t("region.places")}</dt>
          {view.places.map(({ name, isCapital }) => (
            <dd key={name}>{isCapital ? t("region.seat", { name }) : name}</dd>
          ))}
        </div>
        <Boundary view={view} context={context} />
      </dl>
    </>
  );
}

function Boundary({ view, context }: { view: RegionView; context: ReadingContext }) {
  const { t, date, record } = context;
  return (
    <div>
      <dt className="text-ink-2">{t("region.boundary")}</dt>
      <dd>{t("region.boundaryOn", { day: date(record.wave.firstDay) })}</dd>
      {view.splitInto.map(({ name, day }) => (
        <dd key={name}>{t("region.split", { name, day })}</dd>
      ))}
    </div>
  );
}
