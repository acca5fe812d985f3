import { env } from "@/lib/env";
import { appendAudit } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { randomToken, tokenHash } from "@/lib/server/secrets";
import { inTransaction } from "@/lib/server/transaction";

const dayMs = 86_400_000;

/**
 * The address where the first administrator's account is made, once, within a day; null when there is an administrator.
 * Each start makes a new one and withdraws the ones before, so only the last one printed works.
 */
export async function firstAdministratorLink(): Promise<string | null> {
  if ((await db().user.count({ where: { role: "admin" } })) > 0) return null;
  const token = randomToken();
  await inTransaction(async (tx) => {
    const now = new Date();
    await tx.invitation.updateMany({
      where: { createdById: null, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const expiresAt = new Date(now.getTime() + dayMs);
    const { id } = await tx.invitation.create({
      data: { tokenHash: tokenHash(token), role: "admin", expiresAt },
      select: { id: true },
    });
    await appendAudit(tx, {
      actorId: null,
      verb: "invitation.create",
      objectType: "invitation",
      objectId: id,
      before: null,
      after: { id, role: "admin", createdById: null, expiresAt },
    });
  });
  return `${env().publicUrl}/en/join/${token}`;
}
