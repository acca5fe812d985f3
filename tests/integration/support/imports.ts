import { readBatch, readCounts } from "@/lib/features/imports/data";
import { saveMapping } from "@/lib/features/imports/mutations/move-batch";
import { type Uploaded, uploadFile } from "@/lib/features/imports/mutations/upload-file";
import { workOnImports } from "@/lib/features/imports/mutations/work-on-imports";
import { suggestMapping } from "@/lib/features/imports/schema/mapping";
import type { DatabaseClient } from "@/lib/server/db";
import { COLUMNS, type Subject } from "../../support/dirty-file";

/** Published workforces with a strike of their own, with names that nobody else has. */
export async function subjectsOf(client: DatabaseClient, waveId: string): Promise<Subject[]> {
  const links = await client.actionWorkforce.findMany({
    where: { action: { record: { waveId, state: "published" } } },
    include: { workforce: { select: { slug: true } } },
    orderBy: [{ workforceId: "asc" }, { actionId: "asc" }],
  });
  return links.map(({ workforceId, actionId, workforce }) => ({
    ...{ workforceId, actionId, workforceNames: [workforce.slug] },
  }));
}

export async function uploaded(authorId: string, csv: string | Uint8Array, waveId = "kz22"): Promise<string> {
  const bytes = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  const file = { bytes, name: "strikes.csv", encoding: null, separator: null };
  const result: Uploaded = await uploadFile(authorId, { waveId, kind: "figure", file });
  if ("refused" in result) throw new Error(JSON.stringify(result));
  return result.batchId;
}

/** What the author of the dirty file says of its columns. */
export async function mapped(authorId: string, batchId: string): Promise<void> {
  const batch = await readBatch(batchId, authorId);
  if (batch === null) throw new Error("There is no such file.");
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, header]) => [name, batch.header.indexOf(header)]),
  );
  const moved = await saveMapping(authorId, batchId, {
    ...suggestMapping("figure", [], null),
    ...{ columns, fixed: { basis: "on_day", note_language: "ru" } },
    answers: {
      [String(columns.date)]: { order: "day_first", serial: "from_1900" },
      [String(columns.value)]: { decimal: "point" },
    },
  });
  if (!("ok" in moved) || moved.open) throw new Error(JSON.stringify(moved));
}

/** Works until the file comes to rest. */
export async function workedOn(
  authorId: string,
  batchId: string,
): Promise<{ state: string; counts: Record<string, number> }> {
  const work = workOnImports();
  try {
    for (;;) {
      const batch = await readBatch(batchId, authorId);
      if (batch !== null && !["checking", "sending", "withdrawing"].includes(batch.state))
        return { state: batch.state, counts: await readCounts(batchId) };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await work.stop();
  }
}
