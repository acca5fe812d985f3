import { findRecord } from "@/lib/features/records/view/find";
import { listedTitle } from "@/lib/features/records/view/titles";
import { type AtomFeed, tagUri } from "@/lib/shared/atom";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Correction } from "../view";
import { actWords, type ChangeContext, changeLine, changeView } from "./change-words";

export type FeedOf = { slug: string; of: "waves" | "workforces"; about: string };
type Asked = { publicUrl: string; feed: FeedOf };

/** A tag URI names a day on which its host was ours: of a version the day it was recorded, of the feeds the day they began. */
const FEEDS_SINCE = "2026-11-28";
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** At most this many of the newest: a feed is for what is new, the file has all. */
const MOST = 100;

/** The corrections of a wave or of one workforce as a feed, in the words of the page. */
export function correctionsFeed(
  corrections: readonly Correction[],
  { publicUrl, feed: { slug, of, about } }: Asked,
  said: ChangeContext,
): AtomFeed {
  const { context, words } = said;
  const { locale } = context;
  const path = `/api/v1/${of}/${slug}/corrections.atom`;
  const ofWorkforce = of === "workforces" ? `?workforce=${slug}` : "";
  return {
    id: tagUri(publicUrl, FEEDS_SINCE, `${of}/${slug}/corrections/${locale}`),
    title: words("log.feedTitle", { about }),
    language: locale,
    self: `${publicUrl}${path}${locale === "en" ? "" : `?locale=${locale}`}`,
    page: `${publicUrl}${context.waveHref("/corrections").split("?")[0]}${ofWorkforce}`,
    // Not the last publication: that one may be the very second at which somebody proposed something.
    updated: corrections[0]?.recordedAt ?? Date.parse(FEEDS_SINCE),
    entries: corrections.slice(0, MOST).map((correction) => ({
      id: tagUri(publicUrl, dayOf(correction.recordedAt), `records/${ofLine(correction)}`),
      title: entryTitle(correction, said),
      updated: correction.recordedAt,
      link: `${publicUrl}/${locale}/records/${correction.recordId}`,
      content: contentOf(correction, said),
    })),
  };
}

function ofLine({ id, recordId, revision }: Correction): string {
  return revision === null ? id : `${recordId}/revisions/${revision}`;
}

function entryTitle({ recordId, kind }: Correction, { context, words }: ChangeContext): string {
  const found = findRecord(context.record, recordId);
  const title = found ? listedTitle(found, context).text : recordId;
  return words("log.entryTitle", { kind: words(`kinds.${kind}`), title, id: recordId });
}

function contentOf({ changes, reason, recordKind, ...line }: Correction, said: ChangeContext): string {
  const { context, words } = said;
  const act = actWords(line);
  const lines = changes.map((change) => changeLine(changeView(change, recordKind, said), said));
  const why = reason === null ? words("log.noReason") : `${words("log.why")}: ${plainText(reason, context.locale)}`;
  return [...(act ? [words(act)] : lines), why].join("\n");
}
