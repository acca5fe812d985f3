import type { WaveRow } from "@/lib/domain/wave-record";
import { kz2022 } from "@/lib/generated/map/kz-2022";

/** The map with the boundaries of the wave's first day; null where none is drawn, and the table stands alone. */
export function mapShapesOf({ country, firstDay }: Pick<WaveRow, "country" | "firstDay">): typeof kz2022 | null {
  return country === "KZ" && firstDay >= "2018-06-19" && firstDay < "2022-06-08" ? kz2022 : null;
}
