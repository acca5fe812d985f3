import { getTranslations } from "next-intl/server";
import { EntrySources } from "@/components/contribute/entry-sources";
import { Notice } from "@/components/ui/notice";
import type { PlainEntry } from "@/lib/features/entries/view/plain-entry";

/** What to look at before deciding on a record of a plain kind, and what it rests on. */
export async function BesidePlain({ entry: { notes, proposal, sources } }: { entry: PlainEntry }) {
  const t = await getTranslations("entries");
  const rests = proposal?.sources ?? [];
  return (
    <>
      {notes.length > 0 ? (
        <Notice tone="note" title={t("notes.title")}>
          <ul className="list-disc ps-5">
            {notes.map((note) => (
              <li key={note}>{t(`notes.${note}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {rests.length > 0 ? (
        <>
          <h2 className="mt-8 mb-2 text-2xl">{t("moderated.sources")}</h2>
          <EntrySources sources={rests} checks={sources} />
        </>
      ) : null}
    </>
  );
}
