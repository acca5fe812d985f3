import type { ChartVariant } from "@/lib/shared/chart/chart";
import type { LoadedChart } from "@/lib/shared/chart/loaded-chart";
import { ChartKey } from "./chart-key";
import { ChartTable } from "./chart-table";
import { LiveChart } from "./live-chart";

type ChartFrameProps = { chart: LoadedChart; headingLevel?: 2 | 3 };

/**
 * A chart as a page shows it: the finding, the drawing in two widths, its key, its table, its files. It is whole
 * without a script; where the drawing could not be made, the table stands open in its place.
 */
export function ChartFrame({ chart, headingLevel = 2 }: ChartFrameProps) {
  const { view, images, labels, addresses, kind } = chart;
  const Heading = `h${headingLevel}` as const;
  return (
    <figure id={kind} aria-labelledby={`${kind}-finding`} className="@container my-10 scroll-mt-6">
      <figcaption>
        <Heading id={`${kind}-finding`} className="max-w-[46rem] text-xl text-balance sm:text-2xl">
          {view.head.finding}
        </Heading>
        <p className="mt-1 mb-4 text-sm text-(--ink-2)">{view.head.subtitle}</p>
      </figcaption>
      {images ? (
        <LiveChart viewHref={addresses.view} description={view.head.description} walk={labels.walk}>
          <Drawing variant="narrow" svg={images.narrow} />
          <Drawing variant="wide" svg={images.wide} />
        </LiveChart>
      ) : (
        // The mark has the page made again soon, instead of kept without its drawing (lib/server/pages/finished-page.ts).
        <p className="border-y border-(--rule) py-4 text-sm" data-provisional="">
          {labels.unavailable}
        </p>
      )}
      {images && <ChartKey idPrefix={`${kind}-key`} title={labels.key} entries={view.key} />}
      <details open={images === null} className="mt-4 border-t border-(--rule) pt-2">
        <summary className="py-1 text-sm font-medium">{labels.table}</summary>
        <ChartTable table={view.table} />
      </details>
      <ChartFooter chart={chart} />
    </figure>
  );
}

const SHOWN: Readonly<Record<ChartVariant, string>> = {
  narrow: "max-w-[31rem] @min-[42rem]:hidden",
  wide: "hidden max-w-[68rem] @min-[42rem]:block",
};

/** Made by the server's own worker from escaped text, so it is put in as it is. */
function Drawing({ variant, svg }: { variant: ChartVariant; svg: string }) {
  return (
    <div
      className={`${SHOWN[variant]} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React escaped every text of it in the worker
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function ChartFooter({ chart: { view, labels, addresses } }: { chart: LoadedChart }) {
  const { sources, asOf, coverage } = view.head;
  const files = [
    { href: addresses.csv, text: labels.csv },
    { href: addresses.svg, text: labels.svg },
    { href: addresses.link, text: labels.link },
  ];
  return (
    <div className="mt-2 flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-(--rule) pt-2 text-xs text-(--ink-2)">
      <p>
        {sources.href === null ? sources.text : <a href={sources.href}>{sources.text}</a>} · {asOf} · {coverage}
      </p>
      <ul aria-label={labels.files} className="flex gap-4" data-no-print="">
        {files.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className="inline-block py-1">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
