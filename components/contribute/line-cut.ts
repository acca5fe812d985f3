import { unstable_rethrow } from "next/navigation";
import type { FormAction } from "@/lib/shared/action-state";
import { readForm, withoutSecrets } from "@/lib/shared/form-fields";

/** The key of what is said then; a text of the outbox. */
export const LINE_CUT = "line_cut";

/** An action whose form stays as it was typed when there is no line to send it by; without this the page would go. */
export function orLineCut(action: FormAction): FormAction {
  return async (state, formData) => {
    try {
      return await action(state, formData);
    } catch (error) {
      // The way to another page is thrown too.
      unstable_rethrow(error);
      if (!isLineCut(error)) throw error;
      return { ok: false, fieldErrors: {}, formError: LINE_CUT, values: withoutSecrets(readForm(formData)) };
    }
  };
}

/** What `fetch` throws when nothing came back; its words differ from browser to browser. */
function isLineCut(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}
