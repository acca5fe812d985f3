"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useLineIsBack } from "@/components/contribute/use-line-is-back";
import { KEPT } from "@/components/forms/use-lasting-typing";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatUtcMinute } from "@/lib/shared/format/day";
import { itemOf } from "@/lib/shared/outbox/item";
import { imagesOf } from "./form-images";
import { itemTitle, valuesShownIn } from "./item-words";
import { keepItem } from "./kept-items";
import { keptAt } from "./offline-forms";
import { isSetUp, useDevice } from "./use-device";

type Outcome = "kept" | "failed" | null;

/**
 * Within any form of a new entry: keeps what stands in it on this device, encrypted, to be sent when there is a line.
 * Of forms it knows that they have a submission key, and nothing else.
 */
export function KeepInOutbox() {
  const t = useTranslations("outbox.form");
  const locale = useLocale();
  const { device } = useDevice();
  const place = useRef<HTMLDivElement>(null);
  const [isNew, setIsNew] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const formHere = () => place.current?.closest("form") ?? null;
  // A form of an entry that exists already has no key: it is sent over a line, against the version it shows.
  useEffect(() => setIsNew(place.current?.closest("form")?.elements.namedItem("submissionKey") !== null), []);
  const keep = async () => {
    const form = formHere();
    if (form === null || !isSetUp(device)) return;
    const page = document.title.split(" · ")[0] ?? "";
    const about = { title: page, account: device.account, writtenAt: Date.now(), shown: valuesShownIn(form) };
    const item = itemOf({ ...about, form: new FormData(form), images: await imagesOf(form) });
    if (item === null) return;
    await keepItem(device.vault.publicKey, { ...item, title: itemTitle(page, item) });
    form.dispatchEvent(new Event(KEPT));
  };
  const press = () =>
    keep().then(
      () => setOutcome("kept"),
      () => setOutcome("failed"),
    );
  return (
    <div ref={place} className="mt-4">
      {isNew && isSetUp(device) ? <Button onClick={press}>{t("keep")}</Button> : null}
      {isNew && device === "none" ? (
        <a href={`/${locale}/contribute/outbox`} className="inline-block py-2">
          {t("setUp")}
        </a>
      ) : null}
      <div aria-live="polite" className="mt-4">
        {outcome === "kept" ? (
          <Notice tone="done">
            {t("kept")} <a href={`/${locale}/contribute/outbox`}>{t("open")}</a>
          </Notice>
        ) : null}
        {outcome === "failed" ? <Notice tone="problem">{t("failed")}</Notice> : null}
      </div>
    </div>
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
