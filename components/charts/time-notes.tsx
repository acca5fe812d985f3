import type { TimeNote } from "@/lib/shared/chart/drawing";
import type { Plot } from "./plot";
import { textWidth } from "./text-flow";
import { TextLines } from "./text-lines";

/** Height of the line that each note has above the rows. */
export const NOTE_LINE = 18;
const FACE = { size: 11.5 };

/** Says once, above the rows, why silence means nothing and what we did not do ourselves; each leads to its note. */
export function TimeNotes({ notes, plot, y }: { notes: readonly TimeNote[]; plot: Plot; y: number }) {
  return notes.map((note, index) => <NoteLine key={note.id} note={note} plot={plot} y={y + index * NOTE_LINE} />);
}

/** The words of a cut stand on its veil; those of a note on method on a line from its first day to its last. */
function NoteLine({ note, plot, y }: { note: TimeNote; plot: Plot; y: number }) {
  const [from, to] = [Math.max(plot.left, plot.x(note.from)), Math.min(plot.right, plot.x(note.to))];
  const room = plot.right - textWidth(note.text, FACE) - 4;
  const x = Math.max(plot.left, Math.min(from + (note.isMethod ? 12 : 5), room));
  return (
    <>
      {note.isMethod && (
        <path d={`M${from} ${y - 8}v8m0-4H${to}m0-4v8`} fill="none" stroke="var(--ink-2)" strokeWidth="1.2" />
      )}
      <TextLines lines={[[note]]} x={x} y={y} size={FACE.size} leading={0} halo />
    </>
  );
}
