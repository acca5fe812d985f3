import type { Metadata } from "next";
import { DictionaryTables } from "@/components/dictionary/dictionary-tables";
import { Contents } from "@/components/texts/contents";
import { ReadOn } from "@/components/texts/read-on";
import { PageHeading } from "@/components/ui/page-heading";
import { loadDictionary } from "@/lib/features/dictionary/loaders";
import { FILE_NAMES } from "@/lib/shared/files/file-registry";
import { loadTexts, type TextPageProps } from "../load-texts";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata({ params }: TextPageProps): Promise<Metadata> {
  const { locale } = await params;
  const { title, lead } = await loadDictionary(locale);
  return pageMetadata({ locale, path: "/dictionary", title, description: lead });
}

export default async function DictionaryPage(props: TextPageProps) {
  const { locale, glossary, methodology, more } = await loadTexts(props);
  const texts = await loadDictionary(locale);
  return (
    <>
      <PageHeading title={texts.title}>
        <p>{texts.lead}</p>
      </PageHeading>
      <div className="mb-6 max-w-prose">
        {[texts.form, texts.empty, texts.hxl, texts.reading].map((text) => (
          <p key={text} className="mt-2">
            {text}
          </p>
        ))}
      </div>
      <Contents label={texts.contents} items={FILE_NAMES.map((name) => ({ id: name, title: `${name}.csv` }))} />
      <DictionaryTables texts={texts} />
      <ReadOn
        label={more}
        links={[
          { href: `/${locale}/glossary`, text: glossary.title },
          { href: `/${locale}/methodology`, text: methodology.title },
        ]}
      />
    </>
  );
}
