import { type RefObject, useEffect } from "react";

/** A form is set back after an answer; the files that were chosen in this field stay chosen. */
export function useKeptFiles(field: RefObject<HTMLInputElement | null>, chosen: RefObject<FileList | null>): void {
  useEffect(() => {
    const form = field.current?.form;
    const putBack = () => {
      // Of the list itself setting back leaves nothing.
      const kept = chosen.current && copyOf(chosen.current);
      setTimeout(() => {
        if (field.current && kept) field.current.files = kept;
        chosen.current = kept;
      });
    };
    form?.addEventListener("reset", putBack);
    return () => form?.removeEventListener("reset", putBack);
  }, [field, chosen]);
}

function copyOf(files: FileList): FileList {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}
