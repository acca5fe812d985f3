import { toBase64 } from "@/lib/shared/outbox/base64";
import type { KeptImage } from "@/lib/shared/outbox/item";

/** The photographs chosen in a form, as they would be sent. */
export async function imagesOf(form: HTMLFormElement): Promise<KeptImage[]> {
  const files = new FormData(form).getAll("evidence").filter((one): one is File => one instanceof File && one.size > 0);
  return Promise.all(
    files.map(async (file) => ({ type: file.type, data: toBase64(new Uint8Array(await file.arrayBuffer())) })),
  );
}
