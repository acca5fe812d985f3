"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionOutcome, confirmedAction, signedInAction } from "@/lib/server/action-client";
import { prepareBulk } from "../mutations/prepare-bulk";
import { type BulkRun, runBulk, stopBulk } from "../mutations/run-bulk";
import { bulkFormSchema, prepareBulkFormSchema } from "../schema/bulk";
import { readyReason } from "./ready-reason";

/** What the answer waits for before the server goes on by itself: short where the page then reads how far it is. */
const PACE_MS = { short: 1500, long: 8000 } as const;

export const prepareBulkAction = signedInAction(prepareBulkFormSchema, async (actor, { locale, ...asked }) => {
  const { reasonLanguage = locale, template = "" } = asked;
  const reason = asked.reason || (await readyReason(template, reasonLanguage));
  const prepared = await prepareBulk(actor.id, { ...asked, reason, reasonLanguage });
  if ("bulkId" in prepared) return redirect(`/${locale}/moderate/bulk/${prepared.bulkId}`);
  return { ok: false, formError: prepared.refused } satisfies ActionOutcome;
});

export type BulkAnswer = { state: "running" | "stopped" | "done" };

function answer(run: BulkRun): ({ ok: true } & BulkAnswer) | Exclude<ActionOutcome, { ok: true }> {
  refresh();
  return "state" in run ? { ok: true, ...run } : { ok: false, formError: run.refused };
}

/** Whatever it decides, it decides much at once: a second step a short while ago is asked for. */
export const runBulkAction = confirmedAction(bulkFormSchema, async (actor, { bulkId, pace }) =>
  answer(await runBulk(actor.id, bulkId, PACE_MS[pace])),
);

export const stopBulkAction = signedInAction(bulkFormSchema, async (actor, { bulkId }) =>
  answer(await stopBulk(actor.id, bulkId)),
);
