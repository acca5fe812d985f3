import type { RecordWords } from "@/lib/features/records/view/context";
import type { HitLine } from "@/lib/features/records/view/hits";
import { PartText } from "./part-text";

type Props = { lines: readonly HitLine[]; query: string; words: RecordWords };

export function SearchHits({ lines, query, words }: Props) {
  if (lines.length === 0) return <p className="max-w-prose">{words("search.none", { query })}</p>;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-2 text-xl">
        {words("search.count", { count: lines.length, query })}
      </h2>
      <ol>
        {lines.map((line) => (
          <li key={line.key} className="border-b border-rule py-3">
            <p className="text-lg">
              <PartText part={line.title} />
            </p>
            <p className="text-sm text-ink-2">{line.about.join(" · ")}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
