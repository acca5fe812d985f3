import type { Bytes } from "./base64";

/**
 * What a device keeps of its outbox's lock. Whoever has it can put something in, but nobody can read what is inside
 * without the passphrase: the key that opens is itself kept encrypted by it.
 */
export type Vault = {
  format: 1;
  salt: Bytes;
  rounds: number;
  /** P-256, uncompressed. */
  publicKey: Bytes;
  iv: Bytes;
  /** The private key (PKCS 8), encrypted with AES-GCM by a key made from the passphrase. */
  wrappedKey: Bytes;
};
/** One thing put in: a key pair made for it alone, and what was encrypted between the two. */
export type Sealed = { publicKey: Bytes; iv: Bytes; data: Bytes };
/** Opens what is sealed; kept in memory only, and cannot be taken out of it. */
export type OpenedVault = { privateKey: CryptoKey; publicKey: Bytes };

/** As OWASP advises for PBKDF2 with SHA-256; the number is kept with the vault, so that later ones may be slower. */
const ROUNDS = 600_000;
const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const text = new TextEncoder();

/** Browsers encrypt only on https and on this very device. */
export function canEncrypt(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

export async function makeVault(passphrase: string, rounds = ROUNDS): Promise<Vault> {
  const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const [salt, iv] = [random(16), random(12)];
  const key = await passphraseKey(passphrase, { salt, rounds }, "encrypt");
  const secret = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const wrappedKey = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, secret));
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { format: 1, salt, rounds, publicKey, iv, wrappedKey };
}

/** Null when the passphrase is not the one. */
export async function openVault(vault: Vault, passphrase: string): Promise<OpenedVault | null> {
  const { iv, wrappedKey, publicKey } = vault;
  const key = await passphraseKey(passphrase, vault, "decrypt");
  try {
    const secret = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, wrappedKey);
    const privateKey = await crypto.subtle.importKey("pkcs8", secret, curve, false, ["deriveBits"]);
    return { privateKey, publicKey };
  } catch {
    return null;
  }
}

/** Encrypts for whoever opens the vault; `name` is bound to it, so that two things cannot be exchanged. */
export async function seal(vaultKey: Bytes, name: string, content: Bytes): Promise<Sealed> {
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const iv = random(12);
  const key = await sharedKey(pair.privateKey, vaultKey, publicKey);
  const options = { name: "AES-GCM", iv, additionalData: text.encode(name) };
  return { publicKey, iv, data: new Uint8Array(await crypto.subtle.encrypt(options, key, content)) };
}

/** Null when it was not sealed for this vault under this name, or was damaged. */
export async function unseal(vault: OpenedVault, name: string, sealed: Sealed): Promise<Bytes | null> {
  try {
    const key = await sharedKey(vault.privateKey, sealed.publicKey, sealed.publicKey);
    const options = { name: "AES-GCM", iv: sealed.iv, additionalData: text.encode(name) };
    return new Uint8Array(await crypto.subtle.decrypt(options, key, sealed.data));
  } catch {
    return null;
  }
}

type Stretching = Pick<Vault, "salt" | "rounds">;

async function passphraseKey(passphrase: string, { salt, rounds }: Stretching, use: "encrypt" | "decrypt") {
  const typed = text.encode(passphrase.normalize("NFKC").trim());
  const raw = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, [use]);
}

async function sharedKey(own: CryptoKey, other: Bytes, salt: Bytes): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey("raw", other, curve, false, []);
  const bits = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own, 256);
  const raw = await crypto.subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: text.encode("turnout outbox 1") };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
