"use client";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import { hold } from "@/components/forms/held-values";
import { useFormHere } from "@/components/forms/use-lasting-typing";
import { Notice } from "@/components/ui/notice";
import { isMessage } from "@/lib/shared/outbox/item";
import { askForKept, heldOf, keptKeyHere } from "./reopening";

/**
 * `name`: which form of its page it is. `isSilent`: another form of the page says when no outbox answers. `isAnew`: what it
 * makes is an entry of its own.
 */
type Props = { name: "entry" | "message"; isSilent?: boolean; isAnew?: boolean; children: ReactNode };

/** Around a form: where the address names something of the outbox, the form begins with what was written there. */
export function Reopened({ name, isSilent = false, isAnew = false, children }: Props) {
  const t = useTranslations("desk.reopened");
  const locale = useLocale();
  const form = useFormHere(name);
  const [opened, setOpened] = useState<"no" | "closed" | "yes">("no");
  useEffect(() => {
    const key = keptKeyHere();
    if (key === null) return;
    void askForKept(key).then((item) => {
      if (item === null) return setOpened(isSilent ? "no" : "closed");
      if (isMessage(item) !== (name === "message")) return;
      hold(form, heldOf(item, isAnew));
      setOpened("yes");
    });
  }, [form, name, isSilent, isAnew]);
  return (
    <>
      {opened === "no" ? null : (
        <Notice tone="note">
          {t(opened === "yes" ? "open" : "closed")}{" "}
          {opened === "closed" ? <a href={`/${locale}/contribute/outbox`}>{t("outbox")}</a> : null}
        </Notice>
      )}
      <Fragment key={opened === "yes" ? "kept" : "new"}>{children}</Fragment>
    </>
  );
}
