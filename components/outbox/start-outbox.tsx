"use client";
import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { makeVault, type OpenedVault, openVault } from "@/lib/shared/outbox/vault";
import { AgreeToTraces } from "./agree-to-traces";
import { writeDevice } from "./device-store";
import { PassphraseForm } from "./passphrase-form";

const RISKS = ["seen", "watched", "forgotten", "cleared"] as const;
const shortest = 12;

type Props = {
  /** Whose outbox it is, as a mark; null for whoever is not signed in. */
  account: string | null;
  onStarted: (vault: OpenedVault) => void;
};

/** Nothing is kept on a device before its owner read what that means, said yes, and chose a passphrase. */
export function StartOutbox({ account, onStarted }: Props) {
  const t = useTranslations("outbox.start");
  const locale = useLocale();
  const start = async (passphrase: string) => {
    if (account === null) return "failed";
    if (passphrase.trim().length < shortest) return "short";
    const vault = await makeVault(passphrase);
    const opened = await openVault(vault, passphrase);
    if (opened === null) return "failed";
    await writeDevice({ vault, account });
    onStarted(opened);
    return null;
  };
  return (
    <section aria-labelledby="start" className="mb-10">
      <h2 id="start" className="mb-3 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-2 font-semibold">{t("before")}</p>
      <ul className="mb-6 max-w-prose list-disc ps-5">
        {RISKS.map((risk) => (
          <li key={risk} className="mb-1">
            {t(`risks.${risk}`)}
          </li>
        ))}
      </ul>
      {account === null ? (
        <Notice tone="note">
          {t("signIn")}{" "}
          <a href={`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}/contribute/outbox`)}`}>{t("toSignIn")}</a>
        </Notice>
      ) : (
        <PassphraseForm label={t("passphrase")} button={t("button")} isNew onSend={start}>
          <AgreeToTraces />
        </PassphraseForm>
      )}
    </section>
  );
}
