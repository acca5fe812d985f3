import type { SendOutcome, TakenAs } from "@/lib/domain/outbox";
import { fromBase64 } from "@/lib/shared/outbox/base64";
import type { OutboxItem } from "@/lib/shared/outbox/item";

/** On a bad line a form with photographs may take minutes; after this it counts as unsent. */
const longestMs = 180_000;
const TAKEN: readonly TakenAs[] = ["submitted", "message", "draft", "sent_before"];

/** Sends one thing under its key. Whatever does not come from Turnout itself, such as a hotel's page, is no line. */
export async function sendItem(item: OutboxItem): Promise<SendOutcome> {
  try {
    const response = await fetch("/api/outbox", {
      ...{ method: "POST", body: formOf(item), cache: "no-store", redirect: "manual" },
      signal: AbortSignal.timeout(longestMs),
    });
    if (response.status === 413) return { outcome: "refused", because: "too_large", fields: {} };
    const answer = readAnswer(await response.json().catch(() => null));
    return answer ?? { outcome: response.status >= 500 ? "server_away" : "no_line" };
  } catch {
    return { outcome: "no_line" };
  }
}

function formOf({ fields, images, account }: OutboxItem): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.set("account", account);
  for (const { type, data } of images) form.append("evidence", new Blob([fromBase64(data)], { type }), "photograph");
  return form;
}

/** Null for what is no answer of the outbox's address. */
export function readAnswer(given: unknown): SendOutcome | null {
  const { outcome, entryId, as, because, fields } = (given ?? {}) as Record<string, unknown>;
  switch (outcome) {
    case "signed_out":
    case "server_away":
      return { outcome };
    case "received": {
      const taken = TAKEN.find((one) => one === as);
      return taken && typeof entryId === "string" ? { outcome, entryId, as: taken } : null;
    }
    case "refused":
      return typeof because === "string" ? { outcome, because, fields: textsOf(fields) } : null;
    default:
      return null;
  }
}

function textsOf(given: unknown): Record<string, string> {
  const pairs = typeof given === "object" && given !== null ? Object.entries(given) : [];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}
