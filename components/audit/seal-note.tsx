import { createTranslator } from "next-intl";
import { type SignedSeal, sealedText } from "@/lib/domain/seal";
import { filePath } from "@/lib/shared/files/file-registry";
import { formatUtcMinute } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";

type Props = { locale: Locale; wave: string; seal: SignedSeal | null };

/** What readers can keep, so that a log written anew is noticed: the last line of it when the wave was last published. */
export async function SealNote({ locale, wave, seal }: Props) {
  const t = createTranslator({ locale, messages: await readMessages(locale), namespace: "audit.seal" });
  return (
    <section aria-labelledby="seal" className="mt-10 mb-10 max-w-prose border-t border-rule pt-4 text-sm">
      <h2 id="seal" className="text-xl">
        {t("title")}
      </h2>
      <p className="mt-1">{t("lead")}</p>
      {seal === null ? (
        <p className="mt-2">{t("none")}</p>
      ) : (
        <>
          <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
            <Told term={t("line")}>{t("lineOf", { seq: String(seal.seq), at: formatUtcMinute(seal.at) })}</Told>
            <Told term={t("hash")}>{seal.hash}</Told>
            <Told term={t("signature")}>{seal.signature}</Told>
            <Told term={t("key")}>{seal.publicKey}</Told>
          </dl>
          <p className="mt-3">{t("check")}</p>
          <pre className="mt-2 overflow-x-auto whitespace-pre-wrap break-all bg-paper-2 p-2">{sealedText(seal)}</pre>
          <p className="mt-3">
            <a href={filePath(wave, "seals")} download>
              {t("file")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function Told({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt className="font-semibold">{term}</dt>
      <dd>
        <code className="break-all">{children}</code>
      </dd>
    </>
  );
}
