/** Paragraphs of a text, parted by empty lines, with the addresses in it as links. */
export function LinkedText({ text, language }: { text: string; language?: string }) {
  return text.split("\n\n").map((paragraph) => (
    <p key={paragraph} className="mt-3 max-w-prose" lang={language}>
      {paragraph.split(/(https:\/\/\S+)/).map((piece) =>
        piece.startsWith("https://") ? (
          <a key={piece} href={piece} rel="noopener noreferrer" className="break-words">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  ));
}
