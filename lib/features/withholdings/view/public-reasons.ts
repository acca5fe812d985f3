import type { Texts } from "@/lib/domain/wave-record";
import { WITHHOLDING_GROUNDS, type WithholdingGround } from "@/lib/domain/withholding";
import { LOCALES } from "@/lib/shared/i18n/locales";

/** What the public is told in the version that withholds a record; it stands in the record itself, as every reason does. */
export const WITHHELD_BECAUSE: Readonly<Record<WithholdingGround, Required<Texts>>> = {
  personal_data: {
    en: "Withheld: it held personal data of somebody.",
    kk: "Жасырылған: онда біреудің жеке деректері болған.",
    ru: "Скрыто: здесь были чьи-то персональные данные.",
    tr: "Gizlendi: içinde birinin kişisel verileri vardı.",
  },
  danger: {
    en: "Withheld: it could endanger somebody.",
    kk: "Жасырылған: біреуге қауіп төндіруі мүмкін.",
    ru: "Скрыто: это может подвергнуть кого-то опасности.",
    tr: "Gizlendi: birini tehlikeye atabilirdi.",
  },
};

/** The same for the version with which it is public again. */
export const PUBLIC_AGAIN: Required<Texts> = {
  en: "Public again: it was not confirmed that it must be withheld.",
  kk: "Қайтадан жария: жасыру қажеттігі расталмады.",
  ru: "Снова открыто: необходимость скрывать не подтверждена.",
  tr: "Yeniden herkese açık: gizlenmesi gerektiği onaylanmadı.",
};

/** Whether a version, by its reason, withholds its record whole or makes it public again; null for any other. No person's reason is told in four languages. */
export function actOfReason(reason: Texts | null): "withheld" | "put_back" | null {
  const isOne = (texts: Required<Texts>) => LOCALES.every((locale) => reason?.[locale] === texts[locale]);
  if (WITHHOLDING_GROUNDS.some((ground) => isOne(WITHHELD_BECAUSE[ground]))) return "withheld";
  return isOne(PUBLIC_AGAIN) ? "put_back" : null;
}

/** What was told for the public of a version; the sentences of an earlier withholding are nothing to withhold. */
export function reasonsToTake(reason: Texts | null): string[] {
  return actOfReason(reason) === null ? Object.values(reason ?? {}) : [];
}
