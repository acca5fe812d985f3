import { problemsOfForm } from "@/lib/features/entries/schema/form-problems";
import type { FormAction } from "@/lib/shared/action-state";
import { readForm, withoutSecrets } from "@/lib/shared/form-fields";

/** An action whose form is read before it is sent: what the write would refuse comes back without a way over the line. */
export function orProblems(action: FormAction): FormAction {
  return async (state, formData) => {
    const fieldErrors = formData.get("intent") === "submit" ? problemsOfForm(formData) : {};
    if (Object.keys(fieldErrors).length === 0) return action(state, formData);
    return {
      ok: false,
      fieldErrors: { ...fieldErrors },
      formError: "check_fields",
      values: withoutSecrets(readForm(formData)),
    };
  };
}
