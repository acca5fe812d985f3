import { randomBytes } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { type ActionRefusal, type FormAction, OTHER_LANGUAGE, type TypedValues } from "@/lib/shared/action-state";
import { fieldErrorsOf, readForm, withoutSecrets } from "@/lib/shared/form-fields";
import { currentActor, type SignedInActor, takeChallenge } from "./auth";
import { isDatabaseDown } from "./database-down";
import { errorFields, log } from "./logger";
import { confirmByPasskey, siteOfPasskeys } from "./passkeys";
import { isSameOrigin } from "./same-origin";
import { type Confirmed, confirmByCode } from "./second-factor";
import { noteOutcome } from "./sending";

type Refusal = Partial<Omit<ActionRefusal, "ok" | "values">> & {
  /** What the form is to show of some fields instead of what was typed in them. */
  instead?: Record<string, string>;
};

/** What a handler answers: done, with what the page is to show of it, or refused with keys of messages. */
export type ActionOutcome =
  | { ok: true }
  | ({ ok: false; formError?: string } & Pick<Refusal, "fieldErrors" | "told" | "byPasskey" | "instead">);
type Told<O extends ActionOutcome> = Omit<Extract<O, { ok: true }>, "ok">;

/**
 * An action for whoever is signed in; the handler's write decides what this actor may. Files are in what was sent, which
 * the schema does not see.
 */
export function signedInAction<S extends z.ZodType, O extends ActionOutcome>(
  schema: S,
  handler: (actor: SignedInActor, input: z.infer<S>, sent: FormData) => Promise<O>,
): FormAction<Told<O>> {
  const act = guarded(schema, async (input, sent): Promise<O | SignedOut> => {
    const actor = await currentActor();
    return actor === null ? { ok: false, formError: "signed_out" } : handler(actor, input, sent);
  });
  return ((state, sent) =>
    sent.get("intent") === OTHER_LANGUAGE ? giveBack(state, sent) : act(state, sent)) as FormAction<Told<O>>;
}

/** The form as it was typed, for its page to show in another language; nothing of it is looked at. */
const giveBack = guarded(z.unknown(), async () => {
  const formError = (await currentActor()) === null ? "signed_out" : OTHER_LANGUAGE;
  return { ok: false as const, formError };
});

type SignedOut = { ok: false; formError: "signed_out" };

/** The fields in which a form carries the second step beside what was typed: a code, or what a passkey answered. */
const stepFields = z.object({
  secondStepCode: z.string().max(100).default(""),
  secondStepPasskey: z.string().max(20_000).default(""),
});

/**
 * As `signedInAction`, for what asks for a second step a short while ago. Where it was longer ago the form comes back
 * with all that was typed and a field for a code or a button for a passkey; sent with either it takes the step and goes on at once, with or
 * without scripts. Who has no second factor is for the write to refuse.
 */
export function confirmedAction<S extends z.ZodType, O extends ActionOutcome>(
  schema: S,
  handler: (actor: SignedInActor, input: z.infer<S>) => Promise<O>,
  asksForIt: (input: z.infer<S>) => boolean = () => true,
): FormAction<Told<O>> {
  return guarded(schema, async (input, sent): Promise<O | SignedOut | Unconfirmed> => {
    const actor = await currentActor();
    if (actor === null) return { ok: false, formError: "signed_out" };
    const isFresh = actor.confirmedUntil !== null && actor.confirmedUntil > new Date();
    const isSent = Object.values(stepFields.safeParse(readForm(sent)).data ?? {}).some((given) => given !== "");
    // A step that was sent is taken also with a button that asks for none, which Enter may have pressed.
    if (!actor.secured || isFresh || (!asksForIt(input) && !isSent)) return handler(actor, input);
    const confirmed = await confirm(actor, sent);
    if (confirmed.ok) return handler(actor, input);
    const byPasskey = actor.hasPasskey && siteOfPasskeys() !== null;
    return { ok: false, formError: `second_step_${confirmed.because}` as const, byPasskey };
  }) as FormAction<Told<O>>;
}

async function confirm({ id, sessionHash }: SignedInActor, sent: FormData): Promise<Confirmed> {
  const { secondStepCode = "", secondStepPasskey = "" } = stepFields.safeParse(readForm(sent)).data ?? {};
  const session = { userId: id, idHash: sessionHash };
  return secondStepPasskey === ""
    ? confirmByCode({ ...session, counted: `session\n${sessionHash}` }, secondStepCode)
    : confirmByPasskey(session, { typed: secondStepPasskey, kept: await takeChallenge() });
}

/** A form that came with the fields of the second step is sent back with them: what else it lacks must not hide them. */
function stepAskedIn(sent: TypedValues): Pick<ActionRefusal, "asksStep" | "byPasskey"> {
  return "secondStepCode" in sent ? { asksStep: true, byPasskey: "secondStepPasskey" in sent } : {};
}

type Because = Extract<Confirmed, { ok: false }>["because"];
type Unconfirmed = { ok: false; formError: `second_step_${Because}`; byPasskey: boolean };

/** An action for anybody. */
export function publicAction<S extends z.ZodType, O extends ActionOutcome>(
  schema: S,
  handler: (input: z.infer<S>) => Promise<O>,
): FormAction<Told<O>> {
  return guarded(schema, handler) as FormAction<Told<O>>;
}

function guarded<S extends z.ZodType>(
  schema: S,
  handle: (input: z.infer<S>, sent: FormData) => Promise<ActionOutcome>,
): (state: unknown, formData: FormData) => Promise<{ ok: true } | ActionRefusal> {
  return async (_state, formData) => {
    const sent = readForm(formData);
    const refuse = ({ instead, ...refusal }: Refusal): ActionRefusal => ({
      fieldErrors: {},
      formError: null,
      ...refusal,
      ok: false,
      values: { ...withoutSecrets(sent), ...instead },
    });
    try {
      if (!isSameOrigin(await headers())) return refuse({ formError: "other_origin" });
      const parsed = schema.safeParse(sent);
      if (!parsed.success)
        return refuse({ fieldErrors: fieldErrorsOf(parsed.error), formError: "check_fields", ...stepAskedIn(sent) });
      const outcome = await handle(parsed.data, formData);
      if (!outcome.ok && outcome.formError === "signed_out") noteOutcome("signed_out");
      if (!outcome.ok) return refuse(outcome);
      noteOutcome("saved");
      return outcome;
    } catch (error) {
      unstable_rethrow(error);
      return refuse(surprise(error));
    }
  };
}

type Sending = { actor: SignedInActor; sent: TypedValues; formData: FormData };

type NotDone = { not: "other_origin" | "database_down" | "unexpected" };

/** The same guards for what is sent to a route, whose address stays the same from one build to the next. */
export function signedInRequest<T>(
  request: Request,
  handle: (sending: Sending) => Promise<T>,
): Promise<T | NotDone | { not: "signed_out" | "unreadable" }> {
  return publicRequest(request, async () => {
    const actor = await currentActor();
    if (actor === null) return { not: "signed_out" };
    const formData = await request.formData().catch(() => null);
    if (formData === null) return { not: "unreadable" };
    return handle({ actor, sent: readForm(formData), formData });
  });
}

/** A request to a route from anybody who has one of our own pages open. */
export async function publicRequest<T>(request: Request, handle: () => Promise<T>): Promise<T | NotDone> {
  try {
    return isSameOrigin(request.headers) ? await handle() : { not: "other_origin" };
  } catch (error) {
    return { not: surprise(error).formError };
  }
}

/** What was chosen as evidence: its bytes alone, since names of files can say who and where. */
export async function readFiles(formData: FormData): Promise<Uint8Array[]> {
  const chosen = formData.getAll("evidence").filter((one): one is File => typeof one !== "string" && one.size > 0);
  return Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())));
}

/** What nobody expected: in the log under an id that the person is shown, without anything that was typed. */
function surprise(error: unknown): { formError: "database_down" | "unexpected"; errorId?: string } {
  if (isDatabaseDown(error)) {
    noteOutcome("away");
    log("error", { event: "action-database-down", ...errorFields(error) });
    return { formError: "database_down" };
  }
  const errorId = randomBytes(4).toString("hex");
  log("error", { event: `action-failed ${errorId}`, ...errorFields(error) });
  return { formError: "unexpected", errorId };
}
