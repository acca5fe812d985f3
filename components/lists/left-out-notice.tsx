import { Notice } from "@/components/ui/notice";

/** Names, in the reader's words, what an address asked of a list in vain: the rest of it is what is shown. */
export function LeftOutNotice({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice tone="note" title={title}>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Notice>
  );
}
