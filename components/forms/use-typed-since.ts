import { type RefObject, useEffect, useState } from "react";

/** Whether anything was typed since the form came back with this answer: what was said of it all is then said of something else. */
export function useTypedSince(place: RefObject<HTMLFormElement | null>, answer: object | null): boolean {
  const [typedAfter, setTypedAfter] = useState<object | null>(null);
  useEffect(() => {
    const form = place.current;
    if (form === null || answer === null) return undefined;
    const note = () => setTypedAfter(answer);
    form.addEventListener("input", note);
    return () => form.removeEventListener("input", note);
  }, [place, answer]);
  return answer !== null && typedAfter === answer;
}
