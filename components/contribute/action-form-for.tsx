import { getLocale, getTranslations } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { ACTION_TYPES, CERTAINTIES_PROPOSED, SCOPES, STOPPAGES } from "@/lib/features/entries/schema/choices";
import { plainText } from "@/lib/shared/i18n/local-text";
import { ActionForm } from "./action-form";
import type { FrameProps } from "./entry-frame";
import { frameOf } from "./frame-of";
import { placeOptions } from "./place-options";

type Props = Pick<FrameProps, "of" | "initial" | "canSave"> & { record: WaveRecord };

/** The form of an action of a wave, with the workforces and places that are recorded to choose from. */
export async function ActionFormFor({ record, ...form }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const said = await getTranslations("record");
  const workforces = record.workforces.filter(({ state }) => state === "published");
  return (
    <ActionForm
      frame={{ ...form, ...frameOf(record, locale) }}
      choices={{
        actionType: ACTION_TYPES.map((value) => ({ value, label: t(`actionTypes.${value}`) })),
        stoppage: STOPPAGES.map((value) => ({ value, label: said(`stoppage.${value}`) })),
        scope: SCOPES.map((value) => ({ value, label: said(`scope.${value}`) })),
        certainty: CERTAINTIES_PROPOSED.map((value) => ({ value, label: said(`certainty.${value}`) })),
        workforceId: workforces.map(({ id, names }) => ({ value: id, label: plainText(names, locale) })),
        place: await placeOptions(record, locale),
      }}
    />
  );
}
