import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Role } from "@/lib/domain/can";
import { openClient } from "@/lib/server/db";
import { databaseName, databaseRole } from "@/lib/server/launch/initialise-cluster";
import { hashPassphrase } from "@/lib/server/passphrase";
import { handleKey } from "@/lib/shared/handle";
import { e2eServer } from "./e2e-server";

const passphrase = "seven plain words for nobody but tests";

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
  const client = openClient(databaseUrl(dataDir), 1);
  try {
    const passphraseHash = await hashPassphrase(passphrase);
    await client.user.createMany({
      data: Object.entries(people).map(([handle, role]) => ({
        ...{ handle, role, passphraseHash },
        handleKey: handleKey(handle),
      })),
      skipDuplicates: true,
    });
  } finally {
    await client.$disconnect();
  }
}

/** Signs in through the form of the page this browser was sent to. */
export async function signInHere(page: Page, handle: string): Promise<void> {
  await page.getByLabel("Pseudonym").fill(handle);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

export async function signIn(page: Page, handle: string, next: string): Promise<void> {
  await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
  await signInHere(page, handle);
  await page.waitForURL((url) => url.pathname + url.search === next);
}
