import { MapSteps } from "@/components/map/map-steps";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type AskedComparison, type ComparedKind, SLOTS } from "@/lib/features/comparisons/view/asked";
import type { CompareChoice } from "@/lib/features/comparisons/view/choices";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { lensQuery } from "@/lib/features/waves/view/asked-lens";

type Props = { asked: AskedComparison; choices: readonly CompareChoice[]; context: RegionContext };

const KINDS: readonly ComparedKind[] = ["regions", "workforces"];

/** What is compared: a plain form, one choice a field, so that the answer has an address with and without a script. */
export function CompareForm({ asked: { kind, names }, choices, context }: Props) {
  const { say, locale, lens, record, waveHref } = context;
  const kinds = KINDS.map((one) => ({
    href: waveHref(one === "regions" ? "/compare" : "/compare?of=workforces"),
    label: say(`compare.kind.${one}`),
    current: one === kind,
  }));
  const options = [{ value: "", label: say("compare.none") }, ...choices];
  return (
    <section aria-labelledby="choose" className="mb-10 border-y border-rule py-4" data-no-print="">
      <MapSteps label={say("compare.kinds")} steps={kinds} currentIs="true" />
      <h2 id="choose" className="mt-4 font-sans text-base font-semibold">
        {say(`compare.choose.${kind}`)}
      </h2>
      <form
        method="get"
        action={`/${locale}/waves/${record.wave.slug}/compare`}
        className="grid gap-x-6 pt-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <input type="hidden" name="of" value={kind} />
        {[...new URLSearchParams(lensQuery(lens))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {SLOTS.map((slot, index) => (
          <SelectField
            key={slot}
            id={`compare-${slot}`}
            name={slot}
            label={say(`compare.slot.${kind}`, { number: index + 1 })}
            options={options}
            defaultValue={names[index] ?? ""}
          />
        ))}
        <p className="sm:col-span-2 lg:col-span-4">
          <Button type="submit" tone="strong">
            {say("compare.apply")}
          </Button>
        </p>
      </form>
    </section>
  );
}
