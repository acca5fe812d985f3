import type { Metadata } from "next";
import { LibraryList } from "@/components/texts/library-list";
import { ReadOn } from "@/components/texts/read-on";
import { TextSections } from "@/components/texts/text-sections";
import { loadTexts, type TextPageProps } from "../load-texts";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(props: TextPageProps): Promise<Metadata> {
  const { locale, credits } = await loadTexts(props);
  return pageMetadata({ locale, path: "/credits", title: credits.title, description: credits.lead });
}

export default async function CreditsPage(props: TextPageProps) {
  const { locale, credits, glossary, contents, more } = await loadTexts(props);
  return (
    <TextSections
      page={credits}
      contents={contents}
      below={{ libraries: <LibraryList /> }}
      // The credit line is the owners' own wording and stays as it is.
      languages={{ data: "en" }}
    >
      <ReadOn label={more} links={[{ href: `/${locale}/glossary`, text: glossary.title }]} />
    </TextSections>
  );
}
