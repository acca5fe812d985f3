"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { EntryState } from "@/lib/domain/entry";
import { isMessage, type OutboxItem } from "@/lib/shared/outbox/item";
import { KeptFields } from "./kept-fields";
import { removeKept } from "./kept-items";
import { RemoveKept } from "./remove-kept";
import { askForKept, keptKeyHere } from "./reopening";

/** `isOver`: the entry has ended; else the record that it would change is gone. `record`: what it became. */
type Props = { entryId: string; state: EntryState; isOver: boolean; canBeginAnew: boolean; record: string | null };

/**
 * Where the address names a change that lies in the outbox, of an entry that takes none any more: that it cannot be sent,
 * why, what it says, and what can be done with it.
 */
export function KeptOfEnded(props: Props) {
  const t = useTranslations("desk.reopened");
  const [item, setItem] = useState<OutboxItem | null>(null);
  const [isDeleted, setDeleted] = useState(false);
  useEffect(() => {
    const key = keptKeyHere();
    if (key === null) return;
    void askForKept(key).then((found) => setItem(found && isMessage(found) ? null : found));
  }, []);
  if (item === null) return null;
  if (isDeleted) return <Notice tone="done">{t("deleted")}</Notice>;
  return (
    <Notice tone="problem">
      <WhyNot {...props} />
      <WhatInstead {...props} item={item} />
      <RemoveKept onRemove={() => void removeKept(item.key).then(() => setDeleted(true))} />
    </Notice>
  );
}

function WhyNot({ isOver, state }: Props) {
  const t = useTranslations("desk.reopened");
  const states = useTranslations("entries.states");
  return <p>{isOver ? t("ended", { state: states(state) }) : t("recordGone")}</p>;
}

function WhatInstead({ entryId, canBeginAnew, record, state, item }: Props & { item: OutboxItem }) {
  const t = useTranslations("desk.reopened");
  const list = useTranslations("outbox.list");
  const locale = useLocale();
  return (
    <>
      {canBeginAnew ? (
        <p>
          <a href={`/${locale}/contribute/${entryId}?anew=1#kept=${item.key}`} className="inline-block py-2">
            {t("anew")}
          </a>
        </p>
      ) : null}
      {state === "published" && record !== null ? (
        <p>
          {t("published")}{" "}
          <a href={`/${locale}/contribute/new?kind=correction&record=${record}`} className="inline-block py-2">
            {t("correct")}
          </a>
        </p>
      ) : null}
      <details className="my-1">
        <summary className="min-h-11 py-2">{list("typed")}</summary>
        <KeptFields item={item} />
      </details>
    </>
  );
}
