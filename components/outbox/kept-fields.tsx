"use client";
import { useFieldLabel } from "@/components/contribute/entry-problem";
import { typedValues } from "@/lib/features/forms/view";
import type { OutboxItem } from "@/lib/shared/outbox/item";
import { shownValue } from "./item-words";

/** What was typed, as text that can be selected and copied, whatever becomes of it. */
export function KeptFields({ item }: { item: OutboxItem }) {
  const labelOf = useFieldLabel();
  return (
    <dl>
      {typedValues(item).map(({ name, value }) => (
        <div key={name} className="border-t border-rule py-2">
          <dt className="text-sm text-ink-2">{labelOf(name)}</dt>
          <dd className="break-words whitespace-pre-wrap">{shownValue(item, name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
