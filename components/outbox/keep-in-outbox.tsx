"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFieldLabel } from "@/components/contribute/entry-problem";
import { useLineIsBack } from "@/components/contribute/use-line-is-back";
import { KEEPING, KEPT } from "@/components/forms/use-lasting-typing";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { problemsOfForm } from "@/lib/features/entries/schema/form-problems";
import { formatUtcMinute } from "@/lib/shared/format/day";
import { itemOf } from "@/lib/shared/outbox/item";
import type { Device } from "./device-store";
import { imagesOf } from "./form-images";
import { itemTitle, valuesShownIn } from "./item-words";
import { keepItem, removeKept } from "./kept-items";
import { keptAt } from "./offline-forms";
import { isSetUp, useDevice } from "./use-device";

/** Kept, with what would be refused of it as it stands; `isOne`: what is typed next is another thing. */
type Kept = { problems: Readonly<Record<string, string>>; isOne: boolean };
type Outcome = Kept | "failed" | null;
type Props = {
  /** What stands in the form came out of the outbox, where it lies under this key. */
  keptAs?: string | null;
  /** The sentence for what is wrong. */
  problem: (code: string) => string;
  /** What its fields are called where this form asks for them in other words. */
  labels?: Readonly<Record<string, string>> | undefined;
};

/**
 * Within any form of an entry: keeps what stands in it on this device, encrypted, to be sent when there is a line. Of
 * forms it knows by which names they say what they are of, and nothing else.
 */
export function KeepInOutbox({ keptAs = null, problem, labels = {} }: Props) {
  const t = useTranslations("outbox.form");
  const locale = useLocale();
  const { device } = useDevice();
  const place = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const press = () => {
    const form = place.current?.closest("form") ?? null;
    if (form === null || !isSetUp(device)) return;
    keepForm(form, device, keptAs).then(
      (kept) => {
        const isOne = keptAs === null && !kept?.has("seenVersion");
        setOutcome(kept && { problems: problemsOfForm(kept), isOne });
      },
      () => setOutcome("failed"),
    );
  };
  return (
    <div ref={place} className="mt-4">
      {isSetUp(device) ? (
        <Button tone={keptAs === null ? "plain" : "strong"} onClick={press}>
          {t(keptAs === null ? "keep" : "putBack")}
        </Button>
      ) : null}
      {device === "none" ? (
        <a href={`/${locale}/contribute/outbox`} className="inline-block py-2">
          {t("setUp")}
        </a>
      ) : null}
      <div aria-live="polite" className="mt-4">
        {outcome === "failed" ? <Notice tone="problem">{t("failed")}</Notice> : null}
        {outcome !== null && outcome !== "failed" ? (
          <KeptNotice {...outcome} problem={problem} labels={labels} />
        ) : null}
      </div>
    </div>
  );
}

/** What stood in it; null for a form that an outbox has no place for, or that is not ready. */
async function keepForm(form: HTMLFormElement, device: Device, keptAs: string | null): Promise<FormData | null> {
  if (!form.dispatchEvent(new Event(KEEPING, { cancelable: true }))) return null;
  const page = document.title.split(" · ")[0] ?? "";
  const { pathname, search } = window.location;
  const about = { title: page, address: pathname + search, account: device.account, writtenAt: Date.now() };
  const written = { form: new FormData(form), shown: valuesShownIn(form), images: await imagesOf(form) };
  const item = itemOf({ ...about, ...written });
  if (item === null) return null;
  await keepItem(device.vault.publicKey, { ...item, title: itemTitle(page, item) });
  // The entry has another version by now, and what was written against the one before is in the new one.
  if (keptAs !== null && keptAs !== item.key) await removeKept(keptAs);
  form.dispatchEvent(new Event(KEPT));
  return written.form;
}

function KeptNotice({
  problems,
  isOne,
  problem,
  labels,
}: Kept & Required<Pick<Props, "problem">> & { labels: Readonly<Record<string, string>> }) {
  const t = useTranslations("outbox.form");
  const locale = useLocale();
  const labelOf = useFieldLabel();
  const wrong = Object.entries(problems);
  return (
    <Notice tone="done">
      <p>
        {t("kept")} <a href={`/${locale}/contribute/outbox`}>{t("open")}</a>
      </p>
      {isOne ? <p>{t("another")}</p> : null}
      {wrong.length > 0 ? (
        <>
          <p>{t("notReady")}</p>
          <ul className="list-disc ps-5">
            {wrong.map(([name, code]) => (
              <li key={name}>
                {labels[name] || labelOf(name)}: {problem(code)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}

/** At the head of a page that was opened without a line: since when this copy of it was kept; once there is one, that. */
export function KeptCopyNotice() {
  const t = useTranslations("outbox.form");
  const [at, setAt] = useState<number | null>(null);
  const isOutbox = usePathname().endsWith("/outbox");
  const isBack = useLineIsBack(at);
  useEffect(() => setAt(keptAt()), []);
  if (at === null || (isOutbox && isBack)) return null;
  const said = isOutbox ? "copyOfOutbox" : isBack ? "copyWithLine" : "copy";
  return <Notice tone="note">{t(said, { at: formatUtcMinute(at) })}</Notice>;
}
