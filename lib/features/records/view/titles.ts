import type { FigureRow, SolidarityRow } from "@/lib/domain/wave-record";
import { actionLabel } from "@/lib/features/actions/view";
import { type Part, plain, type RecordsContext } from "./context";
import { type Found, findRecord } from "./find";

/** What a record says, in a line that can stand alone in a list or as the head of its page. */
export function recordTitle(found: Found, context: RecordsContext): Part {
  const { words } = context;
  switch (found.kind) {
    case "figure":
      return plain(
        words(found.row.disputed ? "title.figureDisputed" : "title.figure", {
          measure: words(`measure.${found.row.measure}`),
          amount: context.heard(found.row.quantity),
        }),
      );
    case "workforce_size":
      return plain(words("title.workforce_size", { amount: context.measured(found.row.quantity) }));
    case "action":
      return plain(actionLabel(found.row, context.record, context.locale, context.actionWords));
    case "workforce":
      return context.part(found.row.names);
    case "source":
      return { text: found.row.title, href: null, language: found.row.language };
    case "solidarity":
      return context.part(found.row.text);
    default:
      return context.part(found.row.text);
  }
}

/** As `recordTitle`, with what tells it apart in a list that mixes subjects: what a figure is about, when an action began. */
export function listedTitle(found: Found, context: RecordsContext): Part {
  const title = recordTitle(found, context);
  return { ...title, text: listedText(title.text, found, context), href: context.recordHref(found.row.id) };
}

function listedText(title: string, found: Found, context: RecordsContext): string {
  switch (found.kind) {
    case "figure":
      return `${title} — ${subjectPart(found.row, context).text}`;
    case "workforce_size":
      return `${title} — ${titleOf(found.row.workforceId, context)}`;
    case "action":
    case "event":
      return context.words("title.dated", {
        title,
        moment: context.moment(found.row.period.start, found.row.regionId),
      });
    default:
      return title;
  }
}

/** The title of any record of the wave by its id; the id itself where there is none. */
export function titleOf(id: string, context: RecordsContext): string {
  const found = findRecord(context.record, id);
  return found ? recordTitle(found, context).text : id;
}

/** A link to any record of the wave, worded by what it says. */
export function linkTo(id: string, context: RecordsContext): Part {
  const found = findRecord(context.record, id);
  if (!found) return plain(id, context.recordHref(id));
  const href = found.kind === "workforce" ? context.workforceHref(found.row.slug) : context.recordHref(found.row.id);
  return { ...recordTitle(found, context), href };
}

/** What a figure is about: an action, an event, a region or the whole wave. */
export function subjectPart(figure: FigureRow, context: RecordsContext): Part {
  if (figure.actionId !== null) return linkTo(figure.actionId, context);
  if (figure.eventId !== null) return linkTo(figure.eventId, context);
  if (figure.regionId !== null) return regionPart(figure.regionId, context);
  return plain(context.words("subject.wave", { wave: context.text(context.record.wave.names) }), context.waveHref(""));
}

export function regionPart(id: string, context: RecordsContext): Part {
  const region = context.record.regions.find((one) => one.id === id);
  return region ? context.part(region.names, context.waveHref(`/regions/${id}`)) : plain(id);
}

/** Who supported, as far as it is a workforce of the record, as a link. */
export function supporterPart(row: SolidarityRow, context: RecordsContext): Part {
  return row.workforceId === null ? context.part(row.supporterName) : linkTo(row.workforceId, context);
}
