import { PageHeading } from "@/components/ui/page-heading";
import type { laterRegion } from "@/lib/features/regions/view/region";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

type Props = { region: NonNullable<ReturnType<typeof laterRegion>>; context: ReadingContext };

/** A region of today that did not exist during the wave leads to the one it was part of. */
export function LaterRegion({ region, context }: Props) {
  const { t } = context;
  return (
    <PageHeading kicker={t("region.kicker")} title={region.name}>
      <p>
        {t("region.later", { day: region.day })} <a href={region.partOf.href}>{region.partOf.name}</a>
      </p>
    </PageHeading>
  );
}
