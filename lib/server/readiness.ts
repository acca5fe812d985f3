import { db } from "./db";

/** Whether the database answers; within the connect timeout, never later. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
