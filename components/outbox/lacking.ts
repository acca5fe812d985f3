import type { NeededFields } from "@/lib/features/entries/view/needed-fields";

/** Of what a form asks for, what may be said in another field instead. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  workforceId: ["participants"],
  lower: ["upper"],
  "sources.0.url": ["sources.0.existing", "sources.0.noAddress"],
};
const OF_A_NEW_SOURCE = ["sources.0.title", "sources.0.language"];

/** The fields in which nothing stands and something must, as far as a browser without a line can tell. */
export function lackingIn(form: FormData, { always, byMode }: NeededFields): string[] {
  const isEmpty = (name: string) => String(form.get(name) ?? "").trim() === "";
  const isNewSource = isEmpty("sources.0.existing") && !["url", "quote"].every((name) => isEmpty(`sources.0.${name}`));
  const needed = [...always, ...(byMode[String(form.get("mode"))] ?? []), ...(isNewSource ? OF_A_NEW_SOURCE : [])];
  return needed.filter((name) => [name, ...(INSTEAD[name] ?? [])].every(isEmpty));
}
