import { headlineOf } from "@/lib/features/waves/view/headline";
import { keyFigures } from "@/lib/features/waves/view/key-figures";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { KeyFigures } from "./key-figures";

/** One wave on the first page: its finding, its sentence, its numbers. */
export function WaveCard({ context }: { context: ReadingContext }) {
  const { t, text, record, waveHref } = context;
  const { wave } = record;
  const { title, lead } = headlineOf(context);
  return (
    <article className="border-t border-ink pt-4">
      <p className="text-xs tracking-wider text-ink-2 uppercase">{context.waveDays()}</p>
      {wave.synthetic ? <p className="mt-1 font-semibold text-danger">{t("synthetic")}</p> : null}
      <h2 className="mt-1 max-w-3xl text-2xl sm:text-3xl">
        <a href={waveHref("")} className="no-underline hover:underline">
          {text(wave.names)}
        </a>
      </h2>
      <p className="mt-2 max-w-3xl font-serif text-xl">{title}.</p>
      <p className="mt-2 mb-6 max-w-3xl font-serif text-lg text-ink-2">{lead}</p>
      <KeyFigures figures={keyFigures(context)} label={t("key.label")} />
      <p className="-mt-6 mb-12">
        <a href={waveHref("")} className="font-semibold">
          {t("home.open")}
        </a>
      </p>
    </article>
  );
}
