import { suggestPassphrase } from "@/lib/shared/passphrase-suggestion";
import { findRestoration } from "../data/restoration";

export type RestorationPage = { handle: string; suggestion: string };

/** Null for a link that does not work, whatever the reason. */
export async function loadRestoration(token: string): Promise<RestorationPage | null> {
  const found = await findRestoration(token);
  return found && { ...found, suggestion: suggestPassphrase() };
}
