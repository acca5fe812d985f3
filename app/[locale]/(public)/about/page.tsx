import type { Metadata } from "next";
import { ReadOn } from "@/components/texts/read-on";
import { TextSections } from "@/components/texts/text-sections";
import { loadTexts, type TextPageProps } from "../load-texts";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(props: TextPageProps): Promise<Metadata> {
  const { locale, about } = await loadTexts(props);
  return pageMetadata({ locale, path: "/about", title: about.title, description: about.lead });
}

export default async function AboutPage(props: TextPageProps) {
  const { locale, about, methodology, safety, credits, contents, more } = await loadTexts(props);
  const links = [
    { href: `/${locale}/methodology`, text: methodology.title },
    { href: `/${locale}/safety`, text: safety.title },
    { href: `/${locale}/credits`, text: credits.title },
  ];
  return (
    <TextSections page={about} contents={contents}>
      <ReadOn label={more} links={links} />
    </TextSections>
  );
}
