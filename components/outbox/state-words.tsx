"use client";
import { useLocale, useTranslations } from "next-intl";
import { useFieldLabel } from "@/components/contribute/entry-problem";
import { useProblemText } from "@/components/contribute/use-entry-form";
import type { OutboxState } from "@/lib/domain/outbox";
import { formatUtcMinute } from "@/lib/shared/format/day";

type Props = { state: OutboxState; locale: string };

/** Where something stands, why, and what comes next. */
export function StateWords({ state, locale }: Props) {
  const t = useTranslations("outbox");
  return (
    <div role="status" className="my-1">
      <strong>{t(`states.${state.is}`)}</strong>. <Why state={state} locale={locale} />
    </div>
  );
}

function Why({ state, locale }: Props) {
  const t = useTranslations("outbox");
  const here = useLocale();
  switch (state.is) {
    case "sending":
      return null;
    case "received":
      return (
        <>
          {t(`taken.${state.as}`)} <a href={`/${locale}/contribute/${state.entryId}`}>{t("toEntry")}</a>
        </>
      );
    case "refused":
      return <Refusal state={state} />;
    default: {
      const at = formatUtcMinute(state.notBefore);
      const next = `/${here}/sign-in?next=${encodeURIComponent(`/${here}/contribute/outbox`)}`;
      return (
        <>
          {t(`waiting.${state.for}`, { at })} {state.for === "signed_out" ? <a href={next}>{t("toSignIn")}</a> : null}
        </>
      );
    }
  }
}

function Refusal({ state }: { state: Extract<OutboxState, { is: "refused" }> }) {
  const t = useTranslations("outbox.because");
  const labelOf = useFieldLabel();
  const problem = useProblemText();
  const { because, fields } = state;
  return (
    <>
      {t.has(because as "form_gone") ? t(because as "form_gone") : problem(because)}
      {Object.keys(fields).length > 0 ? (
        <ul className="list-disc ps-5">
          {Object.entries(fields).map(([name, key]) => (
            <li key={name}>
              {labelOf(name)}: {t.has(key as "no_place") ? t(key as "no_place") : problem(key)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
