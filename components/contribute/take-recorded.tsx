"use client";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { recordedInstead, takeRecordedIntent } from "@/lib/features/entries/schema/recorded-instead";

type Props = { field: string; id: string };

/** One press for the recorded source instead of the new one: in the page where scripts run, else by the form coming back with it. */
export function TakeRecorded({ field, id }: Props) {
  const t = useTranslations("contribute.warnings");
  const intent = takeRecordedIntent(field, id);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    if (form === null) return;
    event.preventDefault();
    for (const [name, value] of Object.entries(recordedInstead(intent) ?? {}))
      fill(form.elements.namedItem(name), value);
    // The button goes with its warning: the focus waits where the source now stands.
    const existing = form.elements.namedItem(field.replace(/url$/, "existing"));
    if (existing instanceof HTMLElement) existing.focus();
  };
  return (
    <Button type="submit" name="intent" value={intent} onClick={press} className="my-2">
      {t("take_recorded", { id })}
    </Button>
  );
}

function fill(control: Element | RadioNodeList | null, value: string): void {
  if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = value === "yes";
  else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
  else if (control instanceof HTMLTextAreaElement) control.value = value;
  if (control instanceof Element) control.dispatchEvent(new Event("input", { bubbles: true }));
}
