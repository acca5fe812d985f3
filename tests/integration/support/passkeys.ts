import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { env } from "@/lib/env";
import { askForNewPasskey } from "@/lib/features/accounts/mutations/ask-passkey";
import { addPasskey } from "@/lib/features/accounts/mutations/passkeys";
import { tokenHash } from "@/lib/server/secrets";
import type { Person } from "./accounts";

/** How a device behaves that is not as it should be. */
export type Twist = Partial<{
  origin: string;
  site: string;
  verified: boolean;
  count: number;
  type: string;
  signedBy: Device;
  passkeyId: string;
}>;
export type Device = ReturnType<typeof newDevice>;

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const hashOf = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();
const present = 0x01;
const verifiedFlag = 0x04;
const hasKey = 0x40;

/** A device with one passkey (ES256) that answers as browsers pass it on; it counts where `counts` is set. */
export function newDevice(counts = true) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const passkeyId = randomBytes(16);
  let count = 0;
  const client = (type: string, challenge: string, { origin = env().publicUrl }: Twist) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = (flags: number, twist: Twist, rest: Uint8Array = Buffer.alloc(0)) => {
    count += counts ? 1 : 0;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(twist.count ?? count);
    const seen = twist.verified === false ? 0 : verifiedFlag;
    return Buffer.concat([hashOf(twist.site ?? "localhost"), Buffer.from([flags | present | seen]), counter, rest]);
  };
  const named = (id: string, response: object) =>
    JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
  return {
    id: base64(passkeyId),
    signWith: (bytes: Uint8Array) => sign("sha256", bytes, privateKey),
    make(challenge: string, twist: Twist = {}): string {
      const key = new Map<number, number | Uint8Array>([
        ...([[1, 2] as const, [3, -7] as const, [-1, 1] as const] as const),
        ...([[-2, Buffer.from(x, "base64url")] as const, [-3, Buffer.from(y, "base64url")] as const] as const),
      ]);
      const length = Buffer.from([0, passkeyId.length]);
      const rest = Buffer.concat([Buffer.alloc(16), length, passkeyId, isoCBOR.encode(key)]);
      const authData = new Uint8Array(data(hasKey, twist, rest));
      const made = new Map<string, unknown>([...[["fmt", "none"] as const, ["attStmt", new Map()] as const]]);
      const attestationObject = base64(isoCBOR.encode(made.set("authData", authData) as never));
      const clientDataJSON = base64(client(twist.type ?? "webauthn.create", challenge, twist));
      return named(base64(passkeyId), { attestationObject, clientDataJSON });
    },
    answer(challenge: string, twist: Twist = {}): string {
      const authData = data(0, twist);
      const clientData = client(twist.type ?? "webauthn.get", challenge, twist);
      const signed = Buffer.concat([authData, hashOf(clientData)]);
      const signature = base64(twist.signedBy?.signWith(signed) ?? sign("sha256", signed, privateKey));
      const response = { authenticatorData: base64(authData), clientDataJSON: base64(clientData), signature };
      return named(twist.passkeyId ?? base64(passkeyId), response);
    },
  };
}

/** A passkey on a new device, added in the person's session. */
export async function withPasskey(person: Person, device = newDevice()): Promise<Device & { recoveryCodes: string[] }> {
  const session = { userId: person.id, idHash: tokenHash(person.sessionId) };
  const asked = await askForNewPasskey(session, "grey phone");
  if (!asked.ok) throw new Error(asked.because);
  const answer = { typed: device.make(asked.options.challenge), kept: asked.kept };
  const added = await addPasskey(session, answer, "grey phone");
  if (!added.ok) throw new Error(added.because);
  return { ...device, recoveryCodes: added.recoveryCodes };
}
