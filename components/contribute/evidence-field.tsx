"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useKeptFiles } from "@/components/forms/use-kept-files";
import { Button } from "@/components/ui/button";
import { MOST_PHOTOGRAPHS, type PhotographProblem } from "@/lib/domain/evidence";
import { FormSection } from "./form-section";
import { shrinkPhotograph } from "./shrink-photograph";
import type { FormTools } from "./use-entry-form";

type Told = { problem: PhotographProblem } | { ready: number } | "working" | null;

/** Photographs for moderators; `held`: made ready before, in the same form in another language. With script they are made small before they go anywhere; the server does it in any case. */
export function EvidenceField({ tools, held }: { tools: FormTools; held: FileList | null }) {
  const t = useTranslations("evidence");
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<FileList | null>(null);
  const [told, setTold] = useState<Told>(null);
  useKeptFiles(field, chosen);
  useEffect(() => {
    if (held === null || field.current === null) return;
    chosen.current = held;
    choose(field.current, held);
    setTold({ ready: held.length });
  }, [held]);
  const isRefused = typeof told === "object" && told !== null && "problem" in told;
  useHeldBack(field, isRefused);
  const prepare = async (input: HTMLInputElement) => {
    setTold("working");
    const made = await shrinkAll([...(input.files ?? [])]);
    chosen.current = "problem" in made ? null : made.files;
    if (chosen.current) choose(input, chosen.current);
    else input.value = "";
    setTold("problem" in made ? made : made.files.length > 0 ? { ready: made.files.length } : null);
  };
  const id = tools.idOf("evidence");
  const problem = isRefused ? told.problem : null;
  const error = problem ? t(`problems.${problem}`) : tools.errorOf("evidence");
  return (
    <FormSection title={t("title")}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t("label")}
      </label>
      <p id={`${id}-hint`} className="mb-2 max-w-prose text-sm text-ink-2">
        {t("hint")}
      </p>
      <input
        ref={field}
        id={id}
        type="file"
        name="evidence"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        onChange={({ currentTarget }) => void prepare(currentTarget)}
        className="max-w-prose"
      />
      {error ? (
        <p id={`${id}-error`} className="mt-1 font-semibold text-danger">
          {error}
        </p>
      ) : null}
      {isRefused ? (
        <p className="mt-2">
          <Button type="button" onClick={() => setTold(null)}>
            {t("without")}
          </Button>
        </p>
      ) : null}
      <p role="status" className="mt-1 text-sm">
        {told === "working" ? t("working") : null}
        {typeof told === "object" && told !== null && "ready" in told ? t("ready", { count: told.ready }) : null}
      </p>
    </FormSection>
  );
}

/** What was refused is not sent, and nothing is sent as if it had been: one chooses another, or goes on without. */
function useHeldBack(field: RefObject<HTMLInputElement | null>, isRefused: boolean): void {
  useEffect(() => {
    const input = field.current;
    if (!isRefused || !input?.form) return undefined;
    const { form } = input;
    const holdBack = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      input.focus();
    };
    form.addEventListener("submit", holdBack, true);
    return () => form.removeEventListener("submit", holdBack, true);
  }, [field, isRefused]);
}

function choose(input: HTMLInputElement, files: FileList): void {
  input.files = files;
}

async function shrinkAll(files: File[]): Promise<{ files: FileList } | { problem: PhotographProblem }> {
  if (files.length > MOST_PHOTOGRAPHS) return { problem: "photograph_too_many" };
  const transfer = new DataTransfer();
  for (const file of files) {
    const made = await shrinkPhotograph(file);
    if (!(made instanceof File)) return made;
    transfer.items.add(made);
  }
  return { files: transfer.files };
}
