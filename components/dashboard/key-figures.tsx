import type { KeyFigure } from "@/lib/features/waves/view/key-figures";

/** The numbers at the head of a wave: each is a link to what it rests on, with its coverage under it. */
export function KeyFigures({ figures, label }: { figures: readonly KeyFigure[]; label: string }) {
  return (
    <ul
      aria-label={label}
      className="mb-12 grid gap-y-6 border-y border-t-ink border-b-rule py-5 sm:grid-cols-2 lg:grid-cols-4 lg:divide-x lg:divide-rule"
    >
      {figures.map((figure) => (
        <li
          key={figure.key}
          className={`lg:px-5 lg:first:ps-0 sm:max-lg:pe-6 ${figure.key === "coverage" ? "sm:col-span-full lg:border-t lg:border-rule lg:ps-0 lg:pt-5" : ""}`}
        >
          <p className="flex flex-wrap items-baseline gap-x-3 font-serif leading-tight font-bold">
            <a href={figure.href} className="text-3xl">
              {figure.value}
            </a>
            {figure.flag ? <span className="text-base text-danger">{figure.flag}</span> : null}
          </p>
          <p className="mt-2 text-sm text-ink-2">{figure.text}</p>
          {figure.links.length > 0 ? (
            <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
              {figure.links.map(({ label: words, href }) => (
                <li key={`${href} ${words}`}>
                  <a href={href}>{words}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
