import { getLocale } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { NewRecordKind } from "@/lib/features/entries/schema/kinds";
import { plainText } from "@/lib/shared/i18n/local-text";

type Props = { title: string; kind: NewRecordKind; records: readonly WaveRecord[] };

/** For which wave something is logged, where there are several. */
export async function WaveStep({ title, kind, records }: Props) {
  const locale = await getLocale();
  return (
    <section aria-labelledby="step-wave">
      <h2 id="step-wave" className="mb-4 text-2xl">
        {title}
      </h2>
      <ul className="max-w-prose">
        {records.map(({ wave }) => (
          <li key={wave.id} className="border-b border-rule">
            <a href={`/${locale}/contribute/new?kind=${kind}&wave=${wave.slug}`} className="block min-h-11 py-2">
              {plainText(wave.names, locale)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
