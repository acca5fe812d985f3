import { getTranslations } from "next-intl/server";
import { WarningList } from "@/components/contribute/warning-list";
import { Notice } from "@/components/ui/notice";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import type { WaitingAlike } from "@/lib/features/entries/view/waiting-alike";

type Props = { warnings: readonly EntryWarning[]; waiting: readonly WaitingAlike[] };

/** What the author was told while typing, as it stands now, and what else waits that may say the same. */
export async function EntryWarnings({ warnings, waiting }: Props) {
  const t = await getTranslations("contribute.warnings");
  if (warnings.length === 0 && waiting.length === 0) return null;
  return (
    <Notice tone="note" title={t("moderators")}>
      <WarningList warnings={warnings} waiting={waiting} />
    </Notice>
  );
}
