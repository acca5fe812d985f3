import { type RefObject, useEffect, useState } from "react";

/**
 * Whether a field was changed after the form came back: then it no longer looks refused. Whether it is right only the next
 * sending tells, and the head of the form goes on naming it.
 */
export function useMended(place: RefObject<HTMLFormElement | null>, answer: object | null): (name: string) => boolean {
  const [mended, setMended] = useState<{ after: object | null; names: readonly string[] }>({ after: null, names: [] });
  useEffect(() => {
    const form = place.current;
    if (form === null || answer === null) return undefined;
    const note = ({ target }: Event) => {
      const name = (target as HTMLInputElement | null)?.name ?? "";
      setMended((was) => {
        const names = was.after === answer ? was.names : [];
        return names.includes(name) ? was : { after: answer, names: [...names, name] };
      });
    };
    form.addEventListener("input", note);
    return () => form.removeEventListener("input", note);
  }, [place, answer]);
  return (name) => mended.after === answer && mended.names.includes(name);
}
