"use client";
import { SendingKey } from "@/components/forms/sending-key";
import { HiddenFields } from "@/components/ui/hidden-fields";
import type { FormTools } from "./use-entry-form";

type Props = {
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  form: Pick<FormTools, "typed"> & { keptAs: string | null };
};

/** What a form is of. What came back stays under its key: whether it had arrived is not always known, and it is one entry either way. */
export function OfFields({ of, form: { typed, keptAs } }: Props) {
  if (!("submissionKey" in of)) return <HiddenFields values={of} />;
  return (
    <SendingKey
      name="submissionKey"
      value={typed("submissionKey") || of.submissionKey}
      sent={Number(typed("sending"))}
      isKept={keptAs !== null}
    />
  );
}
