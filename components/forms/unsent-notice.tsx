import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { HereLink } from "@/components/ui/here-link";
import { Notice } from "@/components/ui/notice";
import { typedValues } from "@/lib/features/forms/view";
import type { UnsentForm } from "@/lib/shared/unsent-form";
import { TypedList } from "./typed-list";

/** What became of a form that could not be answered, the way on, and everything that was typed. */
export async function UnsentNotice({ form }: { form: UnsentForm }) {
  const t = await getTranslations("site.unsent");
  const values = typedValues(form);
  if (form.outcome === "saved") {
    return (
      <>
        <p className="mb-6 max-w-prose">{t("saved")}</p>
        <HereLink className="font-semibold">{t("open")}</HereLink>
      </>
    );
  }
  return (
    <>
      <Notice tone="problem">
        <p>{t(form.outcome)}</p>
        {values.length > 0 ? <p className="mt-2">{t("below")}</p> : null}
        {form.hadFile ? <p className="mt-2">{t("file")}</p> : null}
      </Notice>
      {form.hadPassphrase ? <p className="max-w-prose">{t("passphrase")}</p> : <SendAgain form={form} />}
      {values.length > 0 ? (
        <>
          <h2 className="mt-8 mb-3 text-xl">{t("typed")}</h2>
          <TypedList values={values} />
        </>
      ) : null}
    </>
  );
}

/** Without an action a form goes to the address its page stands at: the one it was sent to the first time. */
async function SendAgain({ form: { fields } }: { form: UnsentForm }) {
  const t = await getTranslations("site.unsent");
  return (
    <form method="post" encType="multipart/form-data" className="max-w-prose">
      {fields.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
        <input key={at} type="hidden" name={name} value={value} />
      ))}
      <p className="mb-4">{t("wait")}</p>
      <Button type="submit" tone="strong">
        {t("again")}
      </Button>
    </form>
  );
}
