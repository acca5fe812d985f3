import { getLocale, getTranslations } from "next-intl/server";
import { possibleDates } from "@/lib/features/entries/schema/possible-dates";
import { figuresOf } from "@/lib/features/entries/view/comparison";
import { actionsOf, type Subject } from "@/lib/features/entries/view/figure-place";
import { sourceChoices, zoneOf } from "@/lib/features/entries/view/form-choices";
import { formatDate } from "@/lib/shared/format/day";
import { plainText } from "@/lib/shared/i18n/local-text";
import { ClaimTable } from "./claim-table";
import { entryWords } from "./entry-words";
import { FigureForm, type FigureFormProps } from "./figure-form";

type Props = Pick<FigureFormProps, "of" | "initial" | "canSave"> & { subject: Pick<Subject, "record" | "workforce"> };

/** The form for one workforce, beneath what is already on record about it. */
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
  const possible = possibleDates(record.wave);
  if (actions.length === 0) return <NoActions record={record} workforce={workforce} />;
  return (
    <>
      {figures.length > 0 ? (
        <details className="mb-8">
          <summary className="py-2">{t("new.recorded")}</summary>
          <ClaimTable caption={t("new.recorded")} empty="" record={record} figures={figures} withMeasure />
        </details>
      ) : null}
      <FigureForm
        {...form}
        workforce={{ waveId: record.wave.id, id: workforce.id, name: plainText(workforce.names, locale) }}
        actions={actions}
        knownSources={sourceChoices(record)}
        possible={possible}
        possibleInWords={{ from: formatDate(possible.from, locale), until: formatDate(possible.until, locale) }}
      />
    </>
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
