"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import type { FormAction } from "@/lib/shared/action-state";
import { Done } from "./done";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

type Props = {
  action: FormAction;
  values: Record<string, string>;
  label: string;
  /** Whom or what it is about, for those who hear the button without its row. */
  about?: string;
  tone?: "plain" | "strong" | "danger";
  /** What has happened once it was done, said as long as it is so: the form stays there for it. */
  done?: string;
  /** Whether it is so by now, so that there is nothing to press. */
  isOver?: boolean;
  children?: ReactNode;
};

/** A form of one button, with what it is about in hidden fields. Pressing it twice does no more than once. */
export function OneButtonForm({ action, values, label, about, tone = "plain", children, ...after }: Props) {
  const form = useFormAction(action);
  // With nothing to show it takes no line of its own.
  const isEmpty = after.isOver && !children;
  return (
    <form action={form.send} className={isEmpty ? "contents" : "inline-block"}>
      <FormProblem form={form} />
      <HiddenFields values={values} />
      <span className={isEmpty ? "hidden" : "inline-flex flex-wrap items-center gap-2"}>
        {children}
        {after.isOver ? null : (
          <Button type="submit" tone={tone} className="text-sm">
            {label}
            {about ? <span className="sr-only">: {about}</span> : null}
          </Button>
        )}
      </span>
      {after.done && after.isOver && form.state?.ok ? <Done>{after.done}</Done> : null}
    </form>
  );
}
