import { can } from "@/lib/domain/can";
import { currentActor } from "@/lib/server/auth";
import { accountMark } from "../data/account-mark";

/** Whose outbox one set up now would be; null where nobody is signed in who could send anything. */
export async function loadOutbox(): Promise<{ account: string | null }> {
  const actor = await currentActor();
  return { account: actor !== null && can(actor, "save_entry").allowed ? accountMark(actor.id) : null };
}
