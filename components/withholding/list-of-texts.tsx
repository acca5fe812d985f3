type Props = { texts: readonly string[]; id?: string; className: string };

/** Texts of a record as they stand or stood, one under the other, each with its own line breaks. */
export function ListOfTexts({ texts, id, className }: Props) {
  return (
    <ul id={id} className={className}>
      {texts.map((text) => (
        <li key={text} className="break-words whitespace-pre-line py-0.5">
          {text}
        </li>
      ))}
    </ul>
  );
}
