import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewCorrection } from "@/components/contribute/new-correction";
import { NewFigure } from "@/components/contribute/new-figure";
import { NewRecord, saidOfKind } from "@/components/contribute/new-record";
import { StartList } from "@/components/contribute/start-list";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { Reopened } from "@/components/outbox/reopened";
import { WaitingInOutbox } from "@/components/outbox/waiting-in-outbox";
import { PageHeading } from "@/components/ui/page-heading";
import { loadNewCorrection, loadNewRecord } from "@/lib/features/entries/loaders";
import { NEW_RECORD_KINDS } from "@/lib/features/entries/schema/kinds";
import { NOTHING_TOLD } from "@/lib/features/entries/view/signed-in";
import { subjectById } from "@/lib/features/entries/view/workforce-search";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const CHANGES = ["correction", "retraction"] as const;

/** What the address asks for: which form, and what was chosen before. */
async function askedIn(searchParams: Props["searchParams"]) {
  const sent = await searchParams;
  const one = (name: string) => (typeof sent[name] === "string" ? sent[name] : undefined);
  const said = one("kind");
  return {
    changes: CHANGES.find((kind) => kind === said) ?? null,
    kind: NEW_RECORD_KINDS.find((kind) => kind === said) ?? null,
    ...{ record: one("record"), wave: one("wave"), workforce: one("workforce"), q: one("q") },
  };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  setRequestLocale(locale);
  return { title: await titleOf(locale, await askedIn(searchParams)), robots: { index: false } };
}

async function titleOf(locale: Locale, { changes, kind, record, workforce }: Awaited<ReturnType<typeof askedIn>>) {
  if (changes) {
    const words = await getTranslations({ locale, namespace: "corrections.form" });
    const title = words(changes === "correction" ? "titleCorrection" : "titleRetraction");
    return record ? `${title}: ${record}` : title;
  }
  if (kind === null) return (await getTranslations({ locale, namespace: "contribute.start" }))("title");
  if (kind !== "figure") return (await saidOfKind(kind)).title;
  const t = await getTranslations({ locale, namespace: "entries.new" });
  const subject = workforce ? subjectById(await loadPublicRecord(), workforce) : null;
  const name = plainText(subject?.workforce.names, locale);
  return name ? `${t("title")}: ${name}` : t("title");
}

export default async function NewEntryPage(props: Props) {
  setRequestLocale((await props.params).locale);
  return (
    <>
      {/* An outbox keeps this page on a device as it is: what it says must not depend on who is signed in. */}
      <SignedInBar news={NOTHING_TOLD} />
      <WaitingInOutbox />
      <Reopened name="entry">{await formAsked(props)}</Reopened>
    </>
  );
}

async function formAsked({ params, searchParams }: Props) {
  const { locale } = await params;
  const { changes, kind, record, wave, workforce, q } = await askedIn(searchParams);
  if (changes) {
    const loaded = await loadNewCorrection(locale, changes, record ?? "");
    return <NewCorrection kind={changes} recordId={record ?? ""} {...loaded} records={await loadPublicRecord()} />;
  }
  const { submissionKey } = await loadNewRecord(locale, { kind: kind ?? undefined, wave, workforce });
  if (kind === null) {
    const t = await getTranslations("contribute.start");
    return (
      <>
        <PageHeading title={t("title")}>{t("lead")}</PageHeading>
        <StartList wave={wave} />
      </>
    );
  }
  const form = { submissionKey, records: await loadPublicRecord() };
  if (kind === "figure") return <NewFigure {...form} workforce={workforce ?? ""} query={q ?? ""} />;
  return <NewRecord {...form} kind={kind} slug={wave} workforce={workforce ?? ""} />;
}
