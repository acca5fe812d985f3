import type { Metadata } from "next";
import { ReadOn } from "@/components/texts/read-on";
import { TextSections } from "@/components/texts/text-sections";
import { loadTexts, type TextPageProps } from "../load-texts";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(props: TextPageProps): Promise<Metadata> {
  const { locale, methodology } = await loadTexts(props);
  const { title, lead } = methodology;
  return pageMetadata({ locale, path: "/methodology", title, description: lead });
}

export default async function MethodologyPage(props: TextPageProps) {
  const { locale, methodology, glossary, safety, contents, more } = await loadTexts(props);
  const links = [
    { href: `/${locale}/glossary`, text: glossary.title },
    { href: `/${locale}/safety`, text: safety.title },
  ];
  return (
    <TextSections page={methodology} contents={contents}>
      <ReadOn label={more} links={links} />
    </TextSections>
  );
}
