import type { TimelineDay } from "@/lib/features/events/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { SilentLine } from "../coverage/silent-line";
import { ItemRow } from "./item-row";

export function TimelineDays({ days, context }: { days: readonly TimelineDay[]; context: ReadingContext }) {
  return days.map(({ key, title, silent, items }) => (
    <section key={key} aria-labelledby={`day-${key}`} className="mb-10">
      <h2 id={`day-${key}`} className="mb-2 text-xl">
        {title}
      </h2>
      {silent ? <SilentLine silent={silent} /> : null}
      <ol>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} context={context} />
        ))}
      </ol>
    </section>
  ));
}
