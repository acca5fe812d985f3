"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeepInOutbox } from "@/components/outbox/keep-in-outbox";
import { Button } from "@/components/ui/button";

/** One step of a form, under its own heading; with an id it can be led to. */
export function FormSection({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="mb-8 border-t border-rule pt-4">
      <h2 id={id} tabIndex={id ? -1 : undefined} className="mb-4 text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The Enter key presses the first button of a form: as that one is off, Enter in a field neither sends nor leaves what is half typed. */
export function EnterDoesNothing() {
  return <button type="submit" disabled className="sr-only" tabIndex={-1} aria-hidden="true" />;
}

type SendProps = {
  canSave: boolean;
  isSending: boolean;
  /** It asks what stands out before anything is sent. */
  canCheck?: boolean;
  /** The key under which what stands in it lies in the outbox: then that alone sends it, or it would be sent twice. */
  keptAs?: string | null;
  /** The sentence for what is wrong. */
  problem: (code: string) => string;
  /** What its fields are called where this form asks for them in other words. */
  labels?: Readonly<Record<string, string>> | undefined;
};

export function SendButtons({ canSave, isSending, canCheck = false, keptAs = null, ...fields }: SendProps) {
  const t = useTranslations("entries.form");
  const warnings = useTranslations("contribute.warnings");
  const check = (
    <Button type="submit" name="intent" value="check" aria-disabled={isSending}>
      {warnings("check")}
    </Button>
  );
  if (keptAs !== null) {
    // Checking sends nothing, and brings a correction onto the revision in force.
    return (
      <>
        {canCheck ? <p>{check}</p> : null}
        <KeepInOutbox keptAs={keptAs} {...fields} />
      </>
    );
  }
  return (
    <>
      <p className="flex flex-wrap gap-3">
        <Button type="submit" tone="strong" name="intent" value="submit" aria-disabled={isSending}>
          {t("submit")}
        </Button>
        {canSave ? (
          <Button type="submit" name="intent" value="save" aria-disabled={isSending}>
            {t("save")}
          </Button>
        ) : null}
        {canCheck ? check : null}
      </p>
      <KeepInOutbox {...fields} />
    </>
  );
}
