import { db } from "@/lib/server/db";
import { tokenHash } from "@/lib/server/secrets";

/** Whose way back in a link is that still works; null for every link that does not. */
export async function findRestoration(token: string, now = new Date()): Promise<{ handle: string } | null> {
  const row = await db().restoration.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now }, user: { role: "admin", state: "active" } },
    select: { user: { select: { handle: true } } },
  });
  return row?.user ?? null;
}

/** The pseudonyms of whoever administers, for somebody at the machine who forgot their own. */
export async function listAdministrators(): Promise<string[]> {
  const where = { role: "admin", state: "active" } as const;
  const rows = await db().user.findMany({ where, orderBy: { createdAt: "asc" }, select: { handle: true } });
  return rows.map(({ handle }) => handle);
}
