import type { NoteLink } from "@/lib/features/coverage/view";

/** Notes by their causes, each a link to its record. */
export function NoteLinks({ notes }: { notes: readonly NoteLink[] }) {
  return notes.map(({ id, href, label }, index) => (
    <span key={id}>
      {index > 0 ? " · " : null}
      <a href={href}>{label}</a>
    </span>
  ));
}
