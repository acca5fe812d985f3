import type { Metadata } from "next";
import { Contents } from "@/components/texts/contents";
import { GlossaryGroups } from "@/components/texts/glossary-groups";
import { ReadOn } from "@/components/texts/read-on";
import { PageHeading } from "@/components/ui/page-heading";
import { loadTexts, type TextPageProps } from "../load-texts";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(props: TextPageProps): Promise<Metadata> {
  const { locale, glossary } = await loadTexts(props);
  return pageMetadata({ locale, path: "/glossary", title: glossary.title, description: glossary.lead });
}

export default async function GlossaryPage(props: TextPageProps) {
  const { locale, glossary, methodology, contents, more } = await loadTexts(props);
  const groups = Object.entries(glossary.groups).map(([id, { title }]) => ({ id, title }));
  return (
    <>
      <PageHeading title={glossary.title}>
        <p>{glossary.lead}</p>
      </PageHeading>
      <Contents label={contents} items={groups} />
      <GlossaryGroups groups={glossary.groups} source={glossary.source} />
      <ReadOn label={more} links={[{ href: `/${locale}/methodology`, text: methodology.title }]} />
    </>
  );
}
