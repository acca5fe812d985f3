import type { RecordKind } from "@/lib/domain/id";
import { type ChangeContext, changeView } from "@/lib/features/corrections/view/change-words";
import type { VersionView } from "@/lib/features/records/view/history";
import { ChangeList } from "./change-list";

type Props = { version: VersionView; kind: RecordKind; said: ChangeContext };

/** What one version changed of the one before, in the history of its record. */
export function VersionChanges({ version: { changes }, kind, said }: Props) {
  if (changes === null) return null;
  if (changes.length === 0) return <p className="mt-2 text-sm">{said.words("log.same")}</p>;
  return (
    <div className="mt-2">
      <ChangeList changes={changes.map((change) => changeView(change, kind, said))} words={said.words} />
    </div>
  );
}
