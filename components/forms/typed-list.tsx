import type { TypedValue } from "@/lib/features/forms/view";
import { fieldWords } from "./field-words";

/** Everything that was typed, one below the other, as text that can be selected and copied. */
export async function TypedList({ values }: { values: TypedValue[] }) {
  const words = await fieldWords();
  return (
    <dl className="max-w-prose">
      {values.map(({ name, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
        <div key={at} className="border-t border-rule py-2">
          <dt className="text-sm text-ink-2">{words.label(name)}</dt>
          <dd className="break-words whitespace-pre-wrap">{words.value(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
