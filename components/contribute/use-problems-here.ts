import { type RefObject, useEffect, useState } from "react";
import { problemsOfForm } from "@/lib/features/entries/schema/form-problems";

/** After a press has ended: a sentence that comes in between would move the button away from under it. */
const AFTER_A_PRESS_MS = 200;

type Problems = Readonly<Record<string, string>>;

/**
 * What is wrong in the fields that were left with something in them, by their names, as they stand now; once it is right
 * nothing is. Empty ones are asked for when the form is sent. A new answer begins anew.
 */
export function useProblemsHere(place: RefObject<HTMLFormElement | null>, answer: object | null): Problems {
  const [found, setFound] = useState<{ after: object | null; problems: Problems }>({ after: answer, problems: {} });
  useEffect(() => {
    const form = place.current;
    if (form === null) return undefined;
    const show = (problems: Problems) =>
      setFound((was) => (was.after === answer && isSame(was.problems, problems) ? was : { after: answer, problems }));
    return watch(form, show);
  }, [place, answer]);
  return found.after === answer ? found.problems : {};
}

function isSame(one: Problems, other: Problems): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Looks at a form whenever a field of it was left, and while it is typed on as long as there is anything to mend. */
function watch(form: HTMLFormElement, show: (problems: Problems) => void): () => void {
  const left = new Set<string>();
  let isWrong = false;
  let isPressed = false;
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    const data = new FormData(form);
    const isFilled = (name: string) => String(data.get(name) ?? "").trim() !== "";
    const wrong = Object.entries(problemsOfForm(data)).filter(([name]) => left.has(name) && isFilled(name));
    isWrong = wrong.length > 0;
    show(Object.fromEntries(wrong));
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isPressed ? undefined : look()), AFTER_A_PRESS_MS);
  };
  const press = ({ type }: Event) => {
    isPressed = type === "pointerdown";
    if (!isPressed && left.size > 0) lookSoon();
  };
  const leave = ({ target }: Event) => {
    left.add((target as HTMLInputElement | null)?.name ?? "");
    lookSoon();
  };
  const watching = new AbortController();
  const { signal } = watching;
  for (const name of ["pointerdown", "pointerup", "pointercancel"])
    document.addEventListener(name, press, { signal, capture: true });
  form.addEventListener("focusout", leave, { signal });
  form.addEventListener(
    "input",
    ({ target }) => {
      if (isWrong || left.has((target as HTMLInputElement | null)?.name ?? "")) look();
    },
    { signal },
  );
  return () => {
    clearTimeout(timer);
    watching.abort();
  };
}
