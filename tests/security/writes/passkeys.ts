import { offerRestoration } from "@/lib/features/accounts/mutations/restore-administrator";
import { newDevice } from "../../integration/support/passkeys";
import { act } from "../support/acting";
import { ask, keepCookies, ownOrigin, site, type Visitor } from "../support/asking";
import { createAccount, newcomer, written } from "../support/people";
import { ANY_ACCOUNT, EVERYBODY, type Write } from "./write";

const name = "grey phone";
const origin = site.url;

type Asked = { options?: { challenge: string }; challenge?: string };

/** What the browser answers with when it shall add a passkey, asked for by its own form. */
async function answerToAdd(by: Visitor, device = newDevice()): Promise<string> {
  const { state } = await act(by, "beginPasskeyAction", { name });
  return device.make((state as Asked | null)?.options?.challenge ?? "", { origin });
}

async function withPasskey(by: Visitor) {
  const device = newDevice();
  await act(by, "addPasskeyAction", { name, passkeyAnswer: await answerToAdd(by, device) });
  return device;
}

export const passkeyWrites: Write[] = [
  {
    ...{ action: "signInByPasskeyAction", may: EVERYBODY, open: true },
    prepare: async () => {
      const device = await withPasskey(await newcomer("moderator"));
      const by: Visitor = { handle: "a browser with a passkey", id: "", cookies: new Map() };
      const told = await ask(by, "/api/passkeys/sign-in", { method: "POST", headers: { ...ownOrigin } });
      keepCookies(by, told);
      const { challenge = "" } = JSON.parse(told.text) as Asked;
      return { by, fields: { locale: "en", passkeyAnswer: device.answer(challenge, { origin }) } };
    },
  },
  {
    ...{ action: "beginPasskeyAction", may: ANY_ACCOUNT, asks: true, confirmed: true, repeatable: true },
    prepare: async () => ({ by: await newcomer("moderator"), fields: { name } }),
  },
  {
    ...{ action: "addPasskeyAction", may: ANY_ACCOUNT },
    prepare: async () => {
      const by = await newcomer("moderator");
      return { by, fields: { name, passkeyAnswer: await answerToAdd(by) } };
    },
  },
  {
    ...{ action: "renamePasskeyAction", may: [], ids: { passkeyId: "bm9uZQ" }, confirmed: true, repeatable: true },
    prepare: async () => {
      const by = await newcomer("moderator");
      const { id: passkeyId } = await withPasskey(by);
      return { by, fields: { passkeyId, name: "blue phone" } };
    },
  },
  {
    ...{ action: "removePasskeyAction", may: [], ids: { passkeyId: "bm9uZQ" }, confirmed: true },
    prepare: async () => {
      const by = await newcomer("moderator");
      const { id: passkeyId } = await withPasskey(by);
      return { by, fields: { passkeyId } };
    },
  },
  {
    ...{ action: "restoreAction", may: EVERYBODY, open: true, ids: { token: "no-such-token-at-all" } },
    prepare: async () => {
      const { handle } = await createAccount("admin");
      const offer = await written(() => offerRestoration(handle));
      if (!offer.ok) throw new Error(offer.because);
      const by: Visitor = { handle, id: "", cookies: new Map() };
      return { by, fields: { locale: "en", token: offer.token, passphrase: "seven quiet rivers under copper" } };
    },
  },
];
