import type { SilentDay } from "@/lib/features/coverage/view";
import { NoteLinks } from "./note-links";

/** Beside a day: what cannot be expected of it, with the dotted edge that stands for a cut. */
export function SilentLine({ silent }: { silent: SilentDay }) {
  return (
    <p className="mb-3 max-w-prose border-s-4 border-dotted border-ink-2 ps-3 text-sm text-ink-2">
      {silent.text} <NoteLinks notes={silent.notes} />
    </p>
  );
}
