"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useKeptFiles } from "@/components/forms/use-kept-files";
import { KEEPING } from "@/components/forms/use-lasting-typing";
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
  const { told, setTold, prepare } = useMadeSmall(field, held);
  const isRefused = typeof told === "object" && told !== null && "problem" in told;
  useHeldBack(field, isRefused || told === "working");
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

/** What is chosen takes the place of the originals once it is made small, and stays chosen. */
function useMadeSmall(field: RefObject<HTMLInputElement | null>, held: FileList | null) {
  const chosen = useRef<FileList | null>(null);
  const choosing = useRef(0);
  const [told, setTold] = useState<Told>(null);
  useKeptFiles(field, chosen);
  useEffect(() => {
    // Chosen before scripts ran.
    if (field.current?.files?.length) field.current.dispatchEvent(new Event("change", { bubbles: true }));
  }, [field]);
  useEffect(() => {
    if (held === null || field.current === null) return;
    chosen.current = held;
    choose(field.current, held);
    setTold({ ready: held.length });
  }, [field, held]);
  const prepare = async (input: HTMLInputElement) => {
    setTold("working");
    choosing.current += 1;
    const mine = choosing.current;
    const made = await shrinkAll([...(input.files ?? [])]);
    // Others were chosen in the meantime.
    if (mine !== choosing.current) return;
    chosen.current = "problem" in made ? null : made.files;
    if (chosen.current) choose(input, chosen.current);
    else input.value = "";
    setTold("problem" in made ? made : made.files.length > 0 ? { ready: made.files.length } : null);
  };
  return { told, setTold, prepare };
}

/**
 * What was refused is neither sent nor kept, nor is a form as if it had been: one chooses another, or goes on without.
 * Nor is what is not made small yet: the original would go out with all that the camera noted.
 */
function useHeldBack(field: RefObject<HTMLInputElement | null>, isHeld: boolean): void {
  useEffect(() => {
    const input = field.current;
    if (!isHeld || !input?.form) return undefined;
    const { form } = input;
    const holdBack = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      input.focus();
    };
    for (const going of ["submit", KEEPING]) form.addEventListener(going, holdBack, true);
    return () => {
      for (const going of ["submit", KEEPING]) form.removeEventListener(going, holdBack, true);
    };
  }, [field, isHeld]);
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
