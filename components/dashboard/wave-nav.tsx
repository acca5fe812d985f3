import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/**
 * The pages of a wave, each read as this one is. Every page of a wave begins with it: a layout around them would know no
 * query, and its links would drop the reading.
 */
export function WaveNav({ context }: { context: ReadingContext }) {
  const { t, text, record, waveHref } = context;
  const links = [
    { href: waveHref("/workforces"), label: t("nav.workforces") },
    // Of a large wave only a part is at hand, and nothing is added up of a part.
    ...(record.part?.digest ? [] : [{ href: waveHref("/totals"), label: t("nav.totals") }]),
    { href: waveHref("/spread"), label: t("nav.spread") },
    { href: waveHref("/compare"), label: t("nav.compare") },
    { href: waveHref("/figures"), label: t("nav.figures") },
    { href: waveHref("/timeline"), label: t("nav.timeline") },
    { href: waveHref("/demands"), label: t("nav.demands") },
    { href: waveHref("/solidarity"), label: t("nav.solidarity") },
    { href: waveHref("/sources"), label: t("nav.sources") },
    { href: waveHref("/corrections"), label: t("nav.corrections") },
    { href: waveHref("/data"), label: t("nav.data") },
  ];
  return (
    <nav aria-label={t("nav.wave")} className="mb-8 border-b border-rule pb-3 text-sm">
      <ul className="flex flex-wrap gap-x-5">
        <li>
          <a href={waveHref("")} className="inline-block py-1 font-semibold">
            {text(record.wave.names)}
          </a>
        </li>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-block py-1 no-underline hover:underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
      {record.wave.synthetic ? (
        <p className="mt-2 border-s-4 border-danger bg-paper-2 px-3 py-2 font-semibold">{t("synthetic")}</p>
      ) : null}
      {record.part?.digest ? <p className="mt-2 max-w-prose text-sm text-ink-2">{t("part")}</p> : null}
    </nav>
  );
}
