import { getTranslations } from "next-intl/server";
import { EntrySources } from "@/components/contribute/entry-sources";
import type { PlainEntry } from "@/lib/features/entries/view/plain-entry";
import { LookAt } from "./look-at";

/** What to look at before deciding on a record of a plain kind, and what it rests on. */
export async function BesidePlain({ entry: { notes, proposal, sources, comparison } }: { entry: PlainEntry }) {
  const t = await getTranslations("entries");
  const rests = proposal?.sources ?? [];
  return (
    <>
      {comparison ? null : <LookAt notes={notes} />}
      {rests.length > 0 ? (
        <>
          <h2 className="mt-8 mb-2 text-2xl">{t("moderated.sources")}</h2>
          <EntrySources sources={rests} checks={sources} />
        </>
      ) : null}
    </>
  );
}
