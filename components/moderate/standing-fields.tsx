"use client";
import { useTranslations } from "next-intl";
import type { FormTools } from "@/components/contribute/use-entry-form";
import type { ChosenStanding } from "@/lib/domain/chosen-standing";

/** A choice with what readers would be told; null where there is no range to tell of. */
export type OfferedStanding = { standing: ChosenStanding; readers: string | null };
/** What another moderator has chosen with an approval that counts. */
export type FirstChoice = { standing: ChosenStanding; handle: string; reason: string | null; language: string | null };

type Props = { offered: readonly OfferedStanding[]; first: FirstChoice | null; chosen: string; tools: FormTools };

/** What an approval makes of the claim, each choice with what readers are told by it; what the page shows above follows it. */
export function StandingFields({ offered, first, chosen, tools }: Props) {
  const t = useTranslations("weighing.standing");
  if (offered.length === 0) return null;
  return (
    <fieldset className="mb-6">
      <legend className="mb-1 font-semibold">{t("title")}</legend>
      {first === null ? null : <First first={first} />}
      <p className="mb-1 text-sm text-ink-2">{t("lead")}</p>
      {offered.map(({ standing, readers }) => {
        const id = tools.idOf(`standing-${standing}`);
        return (
          <label key={`${standing} ${chosen}`} htmlFor={id} className="flex min-h-11 items-start gap-3 py-2 lg:py-1">
            <input id={id} type="radio" name="standing" value={standing} defaultChecked={standing === chosen} />
            <span>
              {t(`choice.${standing}`)}
              {readers === null ? null : (
                <span data-choice={standing} className="block text-sm text-ink-2">
                  {readers}
                </span>
              )}
            </span>
          </label>
        );
      })}
      {first === null ? null : <p className="mt-2 text-sm text-ink-2">{t("confirm")}</p>}
    </fieldset>
  );
}

function First({ first: { standing, handle, reason, language } }: { first: FirstChoice }) {
  const t = useTranslations("weighing.standing");
  return (
    <div className="mb-3 border-s-4 border-rule-2 bg-paper-2 px-4 py-3">
      <p className="font-semibold">{t("first", { handle, as: t(`as.${standing}`) })}</p>
      {reason === null ? null : (
        <>
          {standing === "normal" ? null : <p className="mt-1">{t("theirReason")}</p>}
          <blockquote className="mt-1 whitespace-pre-line border-s-2 border-rule-2 ps-3" lang={language ?? undefined}>
            {reason}
          </blockquote>
        </>
      )}
    </div>
  );
}
