import { problemsOfForm } from "@/lib/features/entries/schema/form-problems";
import { formOfItem, type OutboxItem } from "@/lib/shared/outbox/item";

/** What would be refused of something that waits as it stands, by field; nothing of what was answered or is under way. */
export function problemsOfItem(item: OutboxItem): Readonly<Record<string, string>> {
  return item.state.is === "saved" ? problemsOfForm(formOfItem(item)) : {};
}

/** The dates its form said are possible, for the sentence that names them. */
export function limitsSaid({ limits = [] }: Pick<OutboxItem, "limits">): Readonly<Record<"from" | "until", string>> {
  const { possibleFrom: from = "", possibleUntil: until = "" } = Object.fromEntries(limits);
  return { from, until };
}
