import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { mustBeSecured, type Role } from "@/lib/domain/can";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { openClient, withClient } from "@/lib/server/db";
import { databaseName, databaseRole } from "@/lib/server/launch/initialise-cluster";
import { hashPassphrase } from "@/lib/server/passphrase";
import { tokenHash } from "@/lib/server/secrets";
import { secretText } from "@/lib/server/totp";
import { handleKey } from "@/lib/shared/handle";
import { createSecondFactors } from "@/prisma/seed/factories";
import { e2eServer } from "./e2e-server";

export const passphrase = "seven plain words for nobody but tests";

const sharedFolder = () => e2eServer().env.DATA_DIR ?? "";

/** The database of a server under test, by the files it keeps in its data folder. */
export function databaseUrl(dataDir = sharedFolder()): string {
  const kept = (name: string) => readFileSync(path.join(dataDir, name), "utf8").trim();
  return `postgresql://${databaseRole}:${kept("postgres-password")}@127.0.0.1:${kept("postgres-port")}/${databaseName}`;
}

/** Accounts of these roles, made once; every spec takes pseudonyms of its own, since all share one server. */
export async function createPeople(
  people: Record<string, Exclude<Role, "reader">>,
  dataDir = sharedFolder(),
): Promise<void> {
  const passphraseHash = await hashPassphrase(passphrase);
  const rows = Object.entries(people).map(([handle, role]) => ({
    ...{ handle, role, passphraseHash },
    handleKey: handleKey(handle),
  }));
  for (const { handle } of rows) folders.set(handle, dataDir);
  await withDatabase(dataDir, async (client) => {
    const made = await client.user.createManyAndReturn({ data: rows, skipDuplicates: true });
    await createSecondFactors(
      client,
      made.filter(({ role }) => mustBeSecured(role)).map(({ id }) => id),
    );
  });
}

/** As if they had just joined: the second step is still to be set up. */
export async function withoutSecondFactor(handle: string): Promise<void> {
  await withDatabase(folders.get(handle) ?? sharedFolder(), (client) =>
    client.authenticator.deleteMany({ where: { user: { handle } } }),
  );
}

/** As if the second step had been taken long ago in every browser of the account. */
export async function letSecondStepAge(handle: string): Promise<void> {
  await withDatabase(folders.get(handle) ?? sharedFolder(), (client) =>
    client.session.updateMany({ where: { user: { handle } }, data: { confirmedUntil: new Date() } }),
  );
}

/** Does something with the database of the server that everybody shares. */
export function onSharedDatabase<T>(work: (client: PrismaClient) => Promise<T>): Promise<T> {
  return withDatabase(sharedFolder(), (client) => withClient(client, () => work(client)));
}

/** Whose account is on which server. */
const folders = new Map<string, string>();

async function withDatabase<T>(dataDir: string, work: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = openClient(databaseUrl(dataDir), 1);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** A recovery code of the account, as if made earlier: it needs no clock, so that nobody waits for an app's next code. */
export async function recoveryCodeOf(handle: string): Promise<string> {
  const code = secretText(Uint8Array.from(randomBytes(10)));
  await withDatabase(folders.get(handle) ?? sharedFolder(), async (client) => {
    const { id: userId } = await client.user.findFirstOrThrow({ where: { handle }, select: { id: true } });
    await client.recoveryCode.create({ data: { userId, codeHash: tokenHash(code) } });
  });
  return code;
}

/** The first step alone. */
export async function typePassphrase(page: Page, handle: string): Promise<void> {
  await page.getByLabel("Pseudonym").fill(handle);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

/** Signs in through the form of the page this browser was sent to, with the second step where the account has one. */
export async function signInHere(page: Page, handle: string): Promise<void> {
  await typePassphrase(page, handle);
  if (!new URL(page.url()).pathname.endsWith("/sign-in/second-step")) return;
  await page.getByLabel("Code", { exact: true }).fill(await recoveryCodeOf(handle));
  await page.getByRole("main").getByRole("button", { name: "Go on" }).click();
}

export async function signIn(page: Page, handle: string, next: string): Promise<void> {
  await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
  await signInHere(page, handle);
  await page.waitForURL((url) => url.pathname + url.search === next);
}
