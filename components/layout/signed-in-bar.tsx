import { getLocale, getTranslations } from "next-intl/server";
import { OutboxInBar } from "@/components/outbox/waiting-in-outbox";
import type { SignedInNews } from "@/lib/features/entries/view/signed-in";

/** The way between the pages of whoever is signed in, with what is new and how long the queue has waited. */
export async function SignedInBar({ news }: { news: SignedInNews | null }) {
  const locale = await getLocale();
  const t = await getTranslations("queue");
  const outbox = await getTranslations("outbox");
  if (news === null) return null;
  const { own, answered, waiting } = news;
  const links = [
    { href: `/${locale}/contribute`, label: t("bar.mine"), told: own > 0 ? t("bar.unseen", { count: own }) : null },
    ...(waiting === null ? [] : [{ href: `/${locale}/moderate`, label: t("bar.queue"), told: null }]),
    ...(waiting && waiting.toConfirm > 0
      ? [
          {
            href: `/${locale}/moderate/records`,
            label: t("bar.takenDown"),
            told: t("bar.toConfirm", { count: waiting.toConfirm }),
          },
        ]
      : []),
    { href: `/${locale}/account`, label: t("bar.account"), told: null },
  ];
  const queueSays = waiting && [
    t("bar.waiting", { count: waiting.total }),
    waiting.waitedHours === null ? "" : t("bar.oldest", { age: ageOf(waiting.waitedHours) }),
  ];
  function ageOf(hours: number) {
    return t("age", { days: Math.floor(hours / 24), hours: hours % 24 });
  }
  return (
    <nav aria-label={t("bar.label")} className="mb-6 border-b border-rule pb-2 text-sm" data-no-print="">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map(({ href, label, told }) => (
          <li key={href}>
            <a href={href} className="inline-block py-1">
              {label}
            </a>
            {told ? <strong className="ms-1 font-semibold">({told})</strong> : null}
            {queueSays && href.endsWith("/moderate") ? (
              <span className="ms-1 text-ink-2">
                {queueSays.filter(Boolean).join(", ")}
                {answered > 0 ? (
                  <strong className="text-ink"> ({t("bar.answered", { count: answered })})</strong>
                ) : null}
              </span>
            ) : null}
          </li>
        ))}
        <OutboxInBar label={outbox("title")} />
      </ul>
    </nav>
  );
}
