"use server";
import { redirect } from "next/navigation";
import { env } from "@/lib/env";
import { type ActionOutcome, signedInAction } from "@/lib/server/action-client";
import { chooseEncoding } from "./mutations/choose-encoding";
import { moveBatch, saveMapping } from "./mutations/move-batch";
import { repairRows } from "./mutations/repair-rows";
import { type SentFile, uploadFile } from "./mutations/upload-file";
import {
  batchFormSchema,
  lettersFormSchema,
  mappingFormSchema,
  repairFormSchema,
  SEPARATOR_NAMES,
  uploadFormSchema,
} from "./schema";
import type { Encoding } from "./schema/encodings";

const pageOf = (locale: string, batchId: string) => `/${locale}/contribute/import/${batchId}`;

/** What is wrong with a file, told by its line where it has one: `12.file`. */
function refused(result: { refused: string; line?: number }): Extract<ActionOutcome, { ok: false }> {
  const field = result.line === undefined ? "file" : `${result.line}.file`;
  return { ok: false, fieldErrors: { [field]: result.refused }, formError: result.refused };
}

type Chosen = { encoding: Encoding | ""; separator?: keyof typeof SEPARATOR_NAMES | "" };

/** The file that was sent, or the text that was pasted instead of one. */
async function fileOf(sent: FormData, text: string, chosen: Chosen): Promise<SentFile | { refused: string }> {
  const file = sent.get("file");
  const separator = chosen.separator ? SEPARATOR_NAMES[chosen.separator] : null;
  const encoding = chosen.encoding === "" ? null : chosen.encoding;
  if (!(file instanceof File) || file.size === 0) {
    if (text.trim() === "") return { refused: "file_missing" };
    return { bytes: new TextEncoder().encode(text), name: "", encoding: "utf-8", separator };
  }
  if (file.size > env().maxImportMb * 1024 * 1024) return { refused: "too_large" };
  return { bytes: await file.bytes(), name: file.name, encoding, separator };
}

export const uploadFileAction = signedInAction(
  uploadFormSchema,
  async (actor, { locale, waveId, kind, text, ...chosen }, sent): Promise<ActionOutcome> => {
    const file = await fileOf(sent, text, chosen);
    if ("refused" in file) return refused(file);
    const result = await uploadFile(actor.id, { waveId, kind, file });
    return "refused" in result ? refused(result) : redirect(pageOf(locale, result.batchId));
  },
);

export const repairRowsAction = signedInAction(
  repairFormSchema,
  async (actor, { locale, batchId, ...chosen }, sent): Promise<ActionOutcome> => {
    const file = await fileOf(sent, "", chosen);
    if ("refused" in file) return refused(file);
    const result = await repairRows(actor.id, batchId, file);
    if (!("refused" in result)) return redirect(pageOf(locale, batchId));
    return { ...refused(result), ...("letters" in result ? { told: { letters: result.letters } } : {}) };
  },
);

export const chooseEncodingAction = signedInAction(
  lettersFormSchema,
  async (actor, { locale, batchId, encoding }): Promise<ActionOutcome> => {
    const result = await chooseEncoding(actor.id, batchId, encoding);
    return "refused" in result ? refused(result) : redirect(pageOf(locale, batchId));
  },
);

export const saveMappingAction = signedInAction(
  mappingFormSchema,
  async (actor, { locale, batchId, mapping }): Promise<ActionOutcome> => {
    const result = await saveMapping(actor.id, batchId, mapping);
    return "refused" in result ? refused(result) : redirect(pageOf(locale, batchId));
  },
);

export const moveBatchAction = signedInAction(
  batchFormSchema,
  async (actor, { locale, batchId, verb }): Promise<ActionOutcome> => {
    const result = await moveBatch(actor.id, batchId, verb);
    return "refused" in result ? refused(result) : redirect(pageOf(locale, batchId));
  },
);
