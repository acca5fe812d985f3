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

type SendProps = { canSave: boolean; isSending: boolean; canCheck?: boolean };

/** `canCheck`: whoever has no scripts may ask what stands out before anything is sent. */
export function SendButtons({ canSave, isSending, canCheck = false }: SendProps) {
  const t = useTranslations("entries.form");
  const warnings = useTranslations("contribute.warnings");
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
        {canCheck ? (
          <Button type="submit" name="intent" value="check" aria-disabled={isSending}>
            {warnings("check")}
          </Button>
        ) : null}
      </p>
      <KeepInOutbox />
    </>
  );
}
