import { can } from "@/lib/domain/can";
import { currentActor } from "@/lib/server/auth";
import { countToConfirm } from "../../withholdings/data";
import { countNews } from "../data/news";
import { countWaiting } from "../data/queue";
import type { SignedInNews } from "../view/signed-in";

/** What the bar of signed-in pages says; null for whoever is not signed in. */
export async function loadSignedInNews(now = Date.now()): Promise<SignedInNews | null> {
  const actor = await currentActor();
  if (actor === null) return null;
  const { own, others } = await countNews(actor.id);
  if (!can(actor, "see_queue").allowed) return { own, answered: others, waiting: null };
  const { total, oldest } = await countWaiting();
  const toConfirm = await countToConfirm(actor.id);
  const waitedHours = oldest === null ? null : Math.max(0, Math.floor((now - oldest) / 3_600_000));
  return { own, answered: others, waiting: { total, waitedHours, toConfirm } };
}
