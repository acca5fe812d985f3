import { Notice } from "@/components/ui/notice";
import type { WithholdingForm } from "./use-withholding-form";

/** What went wrong with the form as a whole, where the focus goes. */
export function FormWrong({ form }: { form: WithholdingForm }) {
  if (form.wrong === null) return null;
  return (
    <Notice tone="problem" id={form.idOf("problem")}>
      {form.wrong}
    </Notice>
  );
}
