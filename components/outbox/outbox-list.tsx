"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatUtcMinute } from "@/lib/shared/format/day";
import { formPageOf, type OutboxItem } from "@/lib/shared/outbox/item";
import { KeptFields } from "./kept-fields";
import type { KeptItems } from "./kept-items";
import { MendItem } from "./mend-item";
import { NotReady } from "./not-ready";
import type { OpenOutbox } from "./open-outbox";
import { RemoveKept } from "./remove-kept";
import { StateWords } from "./state-words";

type Props = { items: readonly OutboxItem[]; unreadable: KeptItems["unreadable"]; outbox: OpenOutbox };

export function OutboxList({ items, unreadable, outbox }: Props) {
  const t = useTranslations("outbox.list");
  if (items.length === 0 && unreadable.length === 0) return <p className="max-w-prose text-ink-2">{t("empty")}</p>;
  return (
    <ol className="max-w-prose">
      {items.map((item) => (
        <ItemLine key={item.key} item={item} outbox={outbox} />
      ))}
      {unreadable.map(({ key, why }) => (
        <li key={key} className="border-t border-rule py-3">
          <p className="font-semibold">{t(`unreadable.${why}`)}</p>
          <RemoveKept onRemove={() => void outbox.remove(key).then(() => outbox.refresh())} />
        </li>
      ))}
    </ol>
  );
}

function ItemLine({ item, outbox }: { item: OutboxItem; outbox: OpenOutbox }) {
  const t = useTranslations("outbox.list");
  const { key, title, state, writtenAt, images } = item;
  const isOver = state.is === "received";
  const form = formPageOf(item);
  return (
    <li className="border-t border-rule py-3">
      <p className="font-semibold">{title}</p>
      <p className="text-sm text-ink-2">{t("written", { at: formatUtcMinute(writtenAt) })}</p>
      <StateWords state={state} locale={item.locale} />
      <NotReady item={item} />
      <MendItem item={item} outbox={outbox} />
      {isOver ? null : (
        <>
          {images.length > 0 ? <p>{t("photographs", { count: images.length })}</p> : null}
          <details className="my-1">
            <summary className="min-h-11 py-2">{t("typed")}</summary>
            <KeptFields item={item} />
          </details>
        </>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {state.is === "saved" || state.is === "refused" ? (
          <Button onClick={() => void outbox.askAgain(key)}>{t("send")}</Button>
        ) : null}
        {form === null ? null : (
          <a href={form} target="_blank" rel="noreferrer" className="inline-flex min-h-11 items-center">
            {t("reopen")}
          </a>
        )}
        {isOver ? (
          <Button onClick={() => void outbox.remove(key)}>{t("clear")}</Button>
        ) : (
          <RemoveKept onRemove={() => void outbox.remove(key)} />
        )}
      </div>
    </li>
  );
}
