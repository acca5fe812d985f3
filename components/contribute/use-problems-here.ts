import { type RefObject, useEffect, useState } from "react";
import { problemsOfForm } from "@/lib/features/entries/schema/form-problems";

/** Longer than a press of a button takes: a sentence that comes in between would move the button away from under it. */
const AFTER_A_PRESS_MS = 200;

type Problems = Readonly<Record<string, string>>;

/**
 * What is wrong in the fields that were left with something in them, by their names, as they stand now; once it is right
 * nothing is. Empty ones are asked for when the form is sent.
 */
export function useProblemsHere(place: RefObject<HTMLFormElement | null>): Problems {
  const [problems, setProblems] = useState<Problems>({});
  useEffect(() => {
    const form = place.current;
    if (form === null) return undefined;
    const left = new Set<string>();
    const look = () => {
      const found = Object.entries(problemsOfForm(new FormData(form)));
      const shown = Object.fromEntries(found.filter(([name]) => left.has(name) && isFilled(form, name)));
      setProblems((was) => (JSON.stringify(was) === JSON.stringify(shown) ? was : shown));
    };
    let timer: ReturnType<typeof setTimeout>;
    const leave = ({ target }: Event) => {
      left.add(nameOf(target));
      clearTimeout(timer);
      timer = setTimeout(look, AFTER_A_PRESS_MS);
    };
    const type = ({ target }: Event) => {
      if (left.has(nameOf(target))) look();
    };
    form.addEventListener("focusout", leave);
    form.addEventListener("input", type);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("focusout", leave);
      form.removeEventListener("input", type);
    };
  }, [place]);
  return problems;
}

function nameOf(target: EventTarget | null): string {
  return (target as HTMLInputElement | null)?.name ?? "";
}

function isFilled(form: HTMLFormElement, name: string): boolean {
  return String(new FormData(form).get(name) ?? "").trim() !== "";
}
