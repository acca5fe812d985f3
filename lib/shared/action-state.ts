/** The intent of a form that is to come back in another language as it was typed, and the key of what is said then. */
export const OTHER_LANGUAGE = "other_language";

/** What was typed, to be shown again after a refusal; never a passphrase. */
export type TypedValues = Record<string, string | string[]>;

export type ActionRefusal = {
  ok: false;
  /** Per field the key of its message. */
  fieldErrors: Record<string, string>;
  /** The key of what is wrong with the whole. */
  formError: string | null;
  values: TypedValues;
  /** What an action that saved nothing on purpose has to say instead. */
  told?: object;
  /** The second step was asked for before, and still is: its field stays in sight. */
  asksStep?: boolean;
  /** A passkey may take the second step that is asked for. */
  byPasskey?: boolean;
  /** Only after a surprise: what to quote when reporting it. */
  errorId?: string;
};

/** What a form knows of its last sending; null before the first. */
export type ActionState<T extends object = object> = ({ ok: true } & T) | ActionRefusal | null;

/** For useActionState, and for a form sent without JavaScript. */
export type FormAction<T extends object = object> = (
  state: ActionState<T>,
  formData: FormData,
) => Promise<ActionState<T>>;

/** What was typed into a field, or the fallback when nothing was. */
export function typedText(state: ActionState, name: string, fallback = ""): string {
  if (state === null || state.ok) return fallback;
  const value = state.values[name];
  return (Array.isArray(value) ? value[0] : value) ?? fallback;
}
