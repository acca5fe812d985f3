import { type RefObject, useEffect } from "react";

/** A form is set back after an answer; the files that were chosen in this field stay chosen. */
export function useKeptFiles(field: RefObject<HTMLInputElement | null>, chosen: RefObject<FileList | null>): void {
  useEffect(() => {
    const form = field.current?.form;
    const putBack = () =>
      setTimeout(() => {
        if (field.current && chosen.current) field.current.files = chosen.current;
      });
    form?.addEventListener("reset", putBack);
    return () => form?.removeEventListener("reset", putBack);
  }, [field, chosen]);
}
