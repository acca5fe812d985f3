import { db } from "./db";

const patienceMs = 2000;

/** Whether the database answers; within two seconds, never later, whatever the database does. */
export async function isDatabaseReady(): Promise<boolean> {
  const giveUp = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => giveUp.resolve(false), patienceMs);
  const asked = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([asked, giveUp.promise]).finally(() => clearTimeout(timer));
}
