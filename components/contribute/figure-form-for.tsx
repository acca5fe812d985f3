import { getLocale, getTranslations } from "next-intl/server";
import { figuresOf } from "@/lib/features/entries/view/comparison";
import { actionsOf, type Subject } from "@/lib/features/entries/view/figure-place";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import { plainText } from "@/lib/shared/i18n/local-text";
import { ClaimTable } from "./claim-table";
import type { FrameProps } from "./entry-frame";
import { entryWords } from "./entry-words";
import { FigureForm } from "./figure-form";
import { frameOf } from "./frame-of";
import { OpenWhereWide } from "./open-where-wide";

type Props = Pick<FrameProps, "of" | "initial" | "canSave"> & { subject: Pick<Subject, "record" | "workforce"> };

/** The form for one workforce, with what is already on record about it. */
export async function FigureFormFor({ subject, ...form }: Props) {
  const { record, workforce } = subject;
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const actions = actionsOf(record, workforce.id).map((action) => ({
    value: action.id,
    label: `${t(`actionTypes.${action.type}`)}, ${words.moment(action.period.start, record, zoneOf(record, action))} (${action.id})`,
  }));
  const figures = figuresOf(subject);
  if (actions.length === 0) return <NoActions record={record} workforce={workforce} />;
  return (
    <FigureForm
      frame={{
        ...{ ...form, ...frameOf(record, locale) },
        beside:
          figures.length > 0 ? (
            <OpenWhereWide summary={t("new.recorded")}>
              <ClaimTable
                caption={t("new.recorded")}
                empty=""
                record={record}
                figures={figures}
                withMeasure
                captionHidden
              />
            </OpenWhereWide>
          ) : null,
      }}
      workforce={{ id: workforce.id, name: plainText(workforce.names, locale) }}
      actions={actions}
    />
  );
}

async function NoActions({ record, workforce }: Props["subject"]) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  return (
    <p className="max-w-prose">
      {t("new.noActions")}{" "}
      <a href={`/${locale}/contribute/new?kind=action&wave=${record.wave.slug}&workforce=${workforce.id}`}>
        {t("contribute.logAction")}
      </a>
    </p>
  );
}
