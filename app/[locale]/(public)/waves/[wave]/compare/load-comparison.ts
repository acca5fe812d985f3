import { type AskedComparison, askedComparison } from "@/lib/features/comparisons/view/asked";
import { hasCompared } from "@/lib/features/comparisons/view/has-compared";
import { loadRegions } from "@/lib/features/regions/loaders";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { loadKeptWave, loadReading, loadReadingOf } from "@/lib/features/waves/loaders";
import type { SearchParams } from "@/lib/shared/search-params";

type LoadedComparison = { asked: AskedComparison; context: RegionContext };

/** What an address compares, and the wave it compares it in; of a large wave, the part that holds it. */
export async function loadComparison(
  params: { locale: string; wave: string },
  search: SearchParams,
): Promise<LoadedComparison> {
  const kept = await loadKeptWave(params.wave);
  // The address was held against all of the wave before; of a large one only a part is at hand.
  const has = kept.part ? { ...hasCompared(kept), workforces: () => true } : hasCompared(kept);
  const asked = askedComparison(search, has);
  const { kind, names } = asked;
  const some = kind === "regions" ? { regions: names } : { workforces: names };
  const reading = names.length === 0 ? loadReading(params, search) : loadReadingOf(params, some, search);
  return { asked, context: await loadRegions(await reading) };
}
