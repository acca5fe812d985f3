import { getLocale, getTranslations } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { PlainKind } from "@/lib/features/entries/schema/kinds";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { FrameProps } from "./entry-frame";
import { frameOf } from "./frame-of";
import { PlainForm } from "./plain-form";
import { formSteps } from "./plain-form-steps";

type Props = Pick<FrameProps, "of" | "initial" | "canSave"> & { kind: PlainKind; record: WaveRecord };

/** The form of a record of a plain kind, with what of the wave is on record to choose from. */
export async function PlainFormFor({ kind, record, ...form }: Props) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("contribute");
  // A size and a coverage note have no note of their own: what is to be said stands in their text.
  const hasNote = kind !== "workforce_size" && kind !== "coverage_note";
  return (
    <>
      {kind === "workforce_size" && record.workforces.length === 0 ? (
        <p className="mb-6 max-w-prose">
          {t("noWorkforces")}{" "}
          <a href={`/${locale}/contribute/new?kind=workforce&wave=${record.wave.slug}`}>{t("kinds.workforce.title")}</a>
        </p>
      ) : null}
      <PlainForm
        frame={{ ...form, ...frameOf(record, locale) }}
        kind={kind}
        aria={t(`kinds.${kind}.aria`)}
        steps={await formSteps(kind, record)}
        notes={hasNote ? ["note", "confidentialNote"] : ["confidentialNote"]}
      />
    </>
  );
}
