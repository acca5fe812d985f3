import { keyedHash } from "@/lib/server/secrets";

/** What an outbox keeps to know whose it is: whoever finds the device cannot tell from it which account that is. */
export function accountMark(userId: string): string {
  return keyedHash("outbox", userId);
}
