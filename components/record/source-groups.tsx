import type { RecordWords } from "@/lib/features/records/view/context";
import { type CitationView, contradicts, type SourceGroup } from "@/lib/features/records/view/sources";

type Props = { groups: readonly SourceGroup[]; words: RecordWords; level: 3 | 4 };

/** The sources a claim rests on, then those that contradict it; what has one origin stands under one line. */
export function SourceGroups({ groups, words, level }: Props) {
  if (groups.length === 0) return <p className="text-ink-2">{words("sources.none")}</p>;
  const supporting = groups.filter((group) => !contradicts(group));
  const against = groups.filter(contradicts);
  return (
    <>
      <Groups
        title={against.length > 0 ? words("page.supporting") : level === 4 ? words("page.sources") : null}
        groups={supporting}
        {...{ words, level }}
      />
      <Groups title={words("page.contradicting")} groups={against} {...{ words, level }} />
    </>
  );
}

function Groups({ title, groups, words, level }: Props & { title: string | null }) {
  if (groups.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <div className="mt-4 first:mt-0">
      {title === null ? null : <Heading className="font-sans text-sm font-semibold">{title}</Heading>}
      {groups.map((group) => (
        <div key={group.key} className="mt-2">
          {group.sentence ? <p className="text-sm text-ink-2">{group.sentence}</p> : null}
          <ul className={group.citations.length > 1 ? "mt-1 border-s-2 border-rule-2 ps-3" : "mt-1"}>
            {group.citations.map((citation) => (
              <Citation key={citation.id} citation={citation} words={words} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Citation({ citation, words }: { citation: CitationView; words: RecordWords }) {
  const about = [citation.kind, citation.tier, citation.language, citation.published, citation.reliability];
  return (
    <li className="border-b border-rule py-2 last:border-0">
      <p>
        <a href={citation.href} lang={citation.titleLanguage}>
          {citation.title}
        </a>
        <span> · {citation.publisher}</span>
        {citation.contradicts ? <strong className="text-danger"> · {words("sources.contradicts")}</strong> : null}
      </p>
      {citation.words ? (
        <blockquote className="my-1 max-w-prose font-serif">
          <q lang={citation.words.language ?? undefined}>{citation.words.text}</q>
        </blockquote>
      ) : null}
      <p className="text-sm text-ink-2">
        {about.filter(Boolean).join(" · ")}
        <Away href={citation.url} text={words("sources.original")} />
        <Away href={citation.archivedUrl} text={words("sources.archived")} />
        {citation.url !== null && citation.archivedUrl === null ? ` · ${words("sources.notArchived")}` : null}
      </p>
    </li>
  );
}

function Away({ href, text }: { href: string | null; text: string }) {
  if (href === null) return null;
  return (
    <>
      {" · "}
      <a href={href} rel="noopener noreferrer nofollow">
        {text}
      </a>
    </>
  );
}
