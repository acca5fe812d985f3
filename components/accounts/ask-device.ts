"use client";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  WebAuthnError,
} from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";

/** Why a device gave no answer, as a key of the texts. */
export type DeviceProblem = "none" | "away" | "elsewhere" | "cancelled" | "existing";
export type DeviceAnswer = { answer: string } | { problem: DeviceProblem };

/** Where a question for a passkey is fetched from, since there the browser is told what it is. */
export type Question = "sign-in" | "confirm";

const never = () => () => undefined;

/** False on the server, without scripts, and in browsers that know no passkeys or do not trust the line. */
export function useCanAskDevice(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof window.PublicKeyCredential === "function",
    () => false,
  );
}

/** A passkey's answer to a question that is fetched now, as text for a field of a form. */
export async function askPasskey(question: Question): Promise<DeviceAnswer> {
  const response = await fetch(`/api/passkeys/${question}`, { method: "POST" }).catch(() => null);
  if (!response?.ok) return { problem: response?.status === 404 ? "none" : "away" };
  const optionsJSON = (await response.json()) as PublicKeyCredentialRequestOptionsJSON;
  return answered(optionsJSON.rpId, async () => {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    return startAuthentication({ optionsJSON });
  });
}

/** A new passkey, as text for a field of a form. */
export function makePasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<DeviceAnswer> {
  return answered(optionsJSON.rp.id, async () => {
    const { startRegistration } = await import("@simplewebauthn/browser");
    return startRegistration({ optionsJSON });
  });
}

async function answered(site: string | undefined, ask: () => Promise<object>): Promise<DeviceAnswer> {
  // Opened by another name of the same machine: no browser would let a passkey of this site answer there.
  if (location.hostname !== site) return { problem: "elsewhere" };
  try {
    return { answer: JSON.stringify(await ask()) };
  } catch (error) {
    const isThere = (error as Partial<WebAuthnError>).name === "InvalidStateError";
    return { problem: isThere ? "existing" : "cancelled" };
  }
}
