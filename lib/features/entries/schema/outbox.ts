import { correctionInputSchema } from "./correction";
import { editCorrectionFormSchema, editRecordFormSchema, newCorrectionFormSchema, newRecordFormSchema } from "./forms";
import { sourceInputSchema } from "./input";
import { NEW_RECORD_INPUTS, sentKind } from "./kinds";
import { messageFormSchema } from "./message";

type Sent = Readonly<Record<string, string | string[]>>;

/** What a form carries beside the fields of its kind. */
const BESIDE = new Set([
  ...["submissionKey", "sending", "entryId", "seenVersion"],
  ...["locale", "intent", "account", "recordKind"],
]);

export function isCorrectionForm({ kind }: Sent): boolean {
  return kind === "correction" || kind === "retraction";
}

export function isMessageForm(sent: Sent): boolean {
  return "messageKey" in sent;
}

/** The fields of the form of today that what was sent belongs to; null when there is no such form any more. */
function knownFields(sent: Sent): readonly string[] | null {
  if (isMessageForm(sent)) return Object.keys(messageFormSchema.shape);
  if (isCorrectionForm(sent)) return Object.keys(correctionInputSchema.shape);
  const kind = sentKind(sent);
  return kind && Object.keys(NEW_RECORD_INPUTS[kind].shape);
}

/**
 * What was typed into a form of an earlier version that the form of today has no place for: it must not be lost
 * without a word. Null when the form itself is gone.
 */
export function placelessFields(sent: Sent): string[] | null {
  const known = knownFields(sent);
  if (known === null) return null;
  const inSource = new Set(Object.keys(sourceInputSchema.shape));
  const hasPlace = (name: string) => {
    const source = /^sources\.\d\.(\w+)$/.exec(name)?.[1];
    if (source !== undefined) return inSource.has(source);
    return BESIDE.has(name) || known.includes(name) || (isCorrectionForm(sent) && name.startsWith("changes."));
  };
  const isEmpty = (value: string | string[] | undefined) => value === undefined || String(value).trim() === "";
  return Object.keys(sent).filter((name) => !isEmpty(sent[name]) && !hasPlace(name));
}

/** The form of something new. */
export function newFormOf(sent: Sent): typeof newRecordFormSchema | typeof newCorrectionFormSchema {
  return isCorrectionForm(sent) ? newCorrectionFormSchema : newRecordFormSchema;
}

/** The form of an entry that exists; null where what was sent is of none. */
export function changeFormOf(sent: Sent): typeof editRecordFormSchema | typeof editCorrectionFormSchema | null {
  if (!("entryId" in sent)) return null;
  return isCorrectionForm(sent) ? editCorrectionFormSchema : editRecordFormSchema;
}
