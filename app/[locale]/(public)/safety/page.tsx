import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadOn } from "@/components/texts/read-on";
import { TextSections } from "@/components/texts/text-sections";
import { loadTexts, type TextPageProps } from "../load-texts";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(props: TextPageProps): Promise<Metadata> {
  const { locale, safety } = await loadTexts(props);
  return pageMetadata({ locale, path: "/safety", title: safety.title, description: safety.lead });
}

export default async function SafetyPage(props: TextPageProps) {
  const { locale, safety, methodology, about, contents, more } = await loadTexts(props);
  const outbox = await getTranslations({ locale, namespace: "outbox.forget" });
  const links = [
    { href: `/${locale}/contribute/outbox#forget`, text: outbox("title") },
    { href: `/${locale}/methodology`, text: methodology.title },
    { href: `/${locale}/about`, text: about.title },
  ];
  return (
    <TextSections page={safety} contents={contents}>
      <ReadOn label={more} links={links} />
    </TextSections>
  );
}
