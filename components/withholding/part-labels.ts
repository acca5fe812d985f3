import { getTranslations } from "next-intl/server";

const OWN = ["citations", "reason", "words"] as const;

/** The label of a part of a record that holds words, by its name in a version. */
export async function partLabels(): Promise<(part: string) => string> {
  const own = await getTranslations("review.place.part");
  const fields = await getTranslations("corrections.fields");
  return (part) => {
    const known = OWN.find((one) => one === part);
    if (known) return own(known);
    const field = part === "claimantName" ? "claimantNames" : part;
    return fields.has(field as "note") ? fields(field as "note") : field;
  };
}
