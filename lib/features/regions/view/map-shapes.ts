import type { MapShapes } from "@/lib/domain/map-shapes";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { kz2022 } from "@/lib/generated/map/kz-2022";

/**
 * The map with the boundaries of the wave's first day: the one made with the product, else the one imported for the
 * country; null where none is drawn, and the table stands alone.
 */
export function mapShapesOf({ wave, shapes }: Pick<WaveRecord, "wave" | "shapes">): MapShapes | null {
  return isOfJanuary2022(wave) ? kz2022 : shapes;
}

function isOfJanuary2022({ country, firstDay }: WaveRecord["wave"]): boolean {
  return country === "KZ" && firstDay >= "2018-06-19" && firstDay < "2022-06-08";
}
