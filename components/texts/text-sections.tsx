import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import { Contents } from "./contents";
import { LinkedText } from "./linked-text";

type TextPage = { title: string; lead: string; sections: Record<string, { title: string; text: string }> };

type Props = {
  page: TextPage;
  contents: string;
  /** What stands below a section's text, by its id. */
  below?: Readonly<Record<string, ReactNode>>;
  /** Sections whose text is in another language than the page, by their id. */
  languages?: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** A page of plain text in parts, each with an anchor. */
export function TextSections({ page, contents, below = {}, languages = {}, children }: Props) {
  const sections = Object.entries(page.sections);
  return (
    <>
      <PageHeading title={page.title}>
        <p>{page.lead}</p>
      </PageHeading>
      {sections.length > 5 ? (
        <Contents label={contents} items={sections.map(([id, { title }]) => ({ id, title }))} />
      ) : null}
      {sections.map(([id, { title, text }]) => {
        const language = languages[id];
        return (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="mt-8 scroll-mt-6">
            <h2 id={`${id}-title`} className="text-xl sm:text-2xl">
              {title}
            </h2>
            <LinkedText text={text} {...(language === undefined ? {} : { language })} />
            {below[id]}
          </section>
        );
      })}
      {children}
    </>
  );
}
