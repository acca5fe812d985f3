import { getLocale, getTranslations } from "next-intl/server";
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
        {form.hadFile && form.outcome !== "too_large" ? <p className="mt-2">{t("file")}</p> : null}
        {form.outcome === "signed_out" ? <SignIn /> : null}
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

/** In a tab of its own, for the form to stay where it is. */
async function SignIn() {
  const t = await getTranslations("site.unsent");
  return (
    <p className="mt-2">
      <a href={`/${await getLocale()}/sign-in`} target="_blank" rel="noreferrer">
        {t("signIn")}
      </a>
    </p>
  );
}

/** What to do before the same is sent again. */
const BEFORE = {
  away: "wait",
  broken: "wait",
  saved: "wait",
  signed_out: "signInFirst",
  too_large: "withoutFile",
} as const;

/** Without an action a form goes to the address its page stands at: the one it was sent to the first time. */
async function SendAgain({ form: { fields, outcome } }: { form: UnsentForm }) {
  const t = await getTranslations("site.unsent");
  return (
    <form method="post" encType="multipart/form-data" className="max-w-prose">
      {fields.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
        <input key={at} type="hidden" name={name} value={value} />
      ))}
      <p className="mb-4">{t(BEFORE[outcome])}</p>
      <Button type="submit" tone="strong">
        {t(outcome === "too_large" ? "againWithout" : "again")}
      </Button>
    </form>
  );
}
