import { getTranslations } from "next-intl/server";
import { personalData } from "@/lib/domain/personal-data";

/** A note of an invitation, with a warning where it seems to lead to a person. */
export async function NoteText({ note }: { note: string }) {
  const t = await getTranslations("audit.personal");
  if (personalData(note).length === 0) return note;
  return (
    <>
      {note} <strong className="font-semibold text-danger">({t("title")})</strong>
    </>
  );
}
