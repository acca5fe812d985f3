import { db } from "@/lib/server/db";

export type PasskeyRow = { id: string; name: string; createdAt: Date };

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(userId: string): Promise<PasskeyRow[]> {
  return db().passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, createdAt: true },
  });
}
