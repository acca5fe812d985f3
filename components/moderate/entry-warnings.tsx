import { getTranslations } from "next-intl/server";
import { WarningList } from "@/components/contribute/warning-list";
import { Notice } from "@/components/ui/notice";
import type { EntryWarning } from "@/lib/domain/entry-warnings";

type Props = { warnings: readonly EntryWarning[]; waiting: readonly string[] };

/** What the author was told while typing, as it stands now, and what else waits that may tell the same. */
export async function EntryWarnings({ warnings, waiting }: Props) {
  const t = await getTranslations("contribute.warnings");
  if (warnings.length === 0 && waiting.length === 0) return null;
  return (
    <Notice tone="note" title={t("moderators")}>
      <WarningList warnings={warnings} waiting={waiting} />
    </Notice>
  );
}
