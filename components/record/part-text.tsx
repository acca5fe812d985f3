import type { Part } from "@/lib/features/records/view/context";

/** A piece of text with its own language where it is not the page's, as a link where it leads somewhere. */
export function PartText({ part, className }: { part: Part; className?: string }) {
  const language = part.language === null ? {} : { lang: part.language };
  const look = className === undefined ? {} : { className };
  if (part.href !== null) {
    const away = /^https?:/.test(part.href) ? { rel: "noopener noreferrer nofollow" } : {};
    return (
      <a href={part.href} {...language} {...look} {...away}>
        {part.text}
      </a>
    );
  }
  return (
    <span {...language} {...look}>
      {part.text}
    </span>
  );
}

const MANY = 12;

/** Links one below the other; many of them in two columns where there is room. */
export function PartList({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className={parts.length > MANY ? "gap-x-12 lg:columns-2" : "max-w-prose"}>
      {parts.map((part) => (
        <li key={`${part.href} ${part.text}`} className="break-inside-avoid border-b border-rule py-2 last:border-0">
          <PartText part={part} />
        </li>
      ))}
    </ul>
  );
}
