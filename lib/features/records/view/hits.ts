import type { WaveRecord } from "@/lib/domain/wave-record";
import type { SearchHit } from "@/lib/features/search/view";
import { type Part, type RecordsContext, type RecordsWords, recordsContext } from "./context";
import { linkTo, regionPart } from "./titles";

/** One thing found, with where it leads and what it is. */
export type HitLine = { key: string; title: Part; about: string[] };

export function hitLines(hits: readonly SearchHit[], records: readonly WaveRecord[], words: RecordsWords): HitLine[] {
  const contexts = new Map(records.map((record) => [record.wave.slug, recordsContext(record, words)]));
  return hits.flatMap((hit) => {
    const context = contexts.get(hit.waveSlug);
    return context ? [hitLine(hit, context)] : [];
  });
}

function hitLine(hit: SearchHit, context: RecordsContext): HitLine {
  const title = titleOf(hit, context);
  const region = hit.regionId === null || hit.kind === "region" ? "" : regionPart(hit.regionId, context).text;
  const differs = hit.matched !== null && hit.matched !== title.text;
  const matched = differs ? context.words("search.foundAs", { matched: hit.matched ?? "" }) : "";
  const about = [
    context.words(`search.kind.${hit.kind}`),
    hit.kind === "record" ? hit.id : "",
    region,
    matched,
    context.text(context.record.wave.names),
  ];
  return { key: `${hit.waveSlug} ${hit.kind} ${hit.id}`, title, about: about.filter((text) => text !== "") };
}

// A place has no page of its own: its region says what happened there. An employer's workforces are listed together.
function titleOf(hit: SearchHit, context: RecordsContext): Part {
  switch (hit.kind) {
    case "workforce":
      return context.part(hit.names, context.workforceHref(hit.slug ?? hit.id));
    case "locality":
      return context.part(
        hit.names,
        context.waveHref(hit.regionId === null ? "" : `/regions/${hit.regionId}#${hit.id}`),
      );
    case "region":
      return context.part(hit.names, context.waveHref(`/regions/${hit.id}`));
    case "employer":
      return context.part(hit.names, context.waveHref(`/workforces?employer=${encodeURIComponent(hit.id)}`));
    case "record":
      return { ...linkTo(hit.id, context), href: context.recordHref(hit.id) };
  }
}
