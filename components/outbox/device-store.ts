import type { NamedSealed } from "@/lib/shared/outbox/outbox-file";
import type { Vault } from "@/lib/shared/outbox/vault";

/** What a device knows of its outbox without the passphrase. */
export type Device = { vault: Vault; account: string };

const DATABASE = "turnout-outbox";
const VERSION = 1;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Null where there is none yet and none is to be made: looking leaves no trace on a device. */
async function open(mode: IDBTransactionMode): Promise<IDBDatabase | null> {
  const request = indexedDB.open(DATABASE, VERSION);
  let isMissing = false;
  request.onupgradeneeded = ({ oldVersion }) => {
    isMissing = mode === "readonly" && oldVersion === 0;
    if (isMissing) return request.transaction?.abort();
    request.result.createObjectStore("device");
    request.result.createObjectStore("items", { keyPath: "name" });
  };
  const database = await done(request).catch((problem: unknown) => {
    if (isMissing) return null;
    throw problem;
  });
  if (database === null) return null;
  // Another tab forgets the device: it must not wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

/** One piece of work on the database, done when it is safely written; undefined where there is nothing to read from. */
async function inStore<T>(
  name: "device" | "items",
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const database = await open(mode);
  if (database === null) return undefined;
  try {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
    const [result] = await Promise.all([done(work(transaction.objectStore(name))), written]);
    return result;
  } finally {
    database.close();
  }
}

/** Null where no outbox was set up on this device. */
export async function readDevice(): Promise<Device | null> {
  const found = await inStore<Device | undefined>("device", "readonly", (store) => store.get("device"));
  return found ?? null;
}

export async function writeDevice(device: Device): Promise<void> {
  await inStore("device", "readwrite", (store) => store.put(device, "device"));
}

export async function readSealedItems(): Promise<NamedSealed[]> {
  return (await inStore<NamedSealed[]>("items", "readonly", (store) => store.getAll())) ?? [];
}

export async function readSealedItem(name: string): Promise<NamedSealed | null> {
  return (await inStore<NamedSealed | undefined>("items", "readonly", (store) => store.get(name))) ?? null;
}

export async function putSealedItem(item: NamedSealed): Promise<void> {
  await inStore("items", "readwrite", (store) => store.put(item));
}

export async function removeSealedItem(name: string): Promise<void> {
  await inStore("items", "readwrite", (store) => store.delete(name));
}

/** Everything of the outbox, from every tab. */
export async function removeDatabase(): Promise<void> {
  await done(indexedDB.deleteDatabase(DATABASE));
}
