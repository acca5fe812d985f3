import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import type { Edition } from "./edition";
import { confirmKeptEdition, editionFormat, keepEdition, readKeptEdition } from "./edition-file";

const folder = path.join(mkdtempSync(path.join(tmpdir(), "turnout-edition-")), "published");
const file = path.join(folder, "edition.json");
afterAll(() => rmSync(path.dirname(folder), { recursive: true }));

const ofFiles: Edition = { version: 3, publishedAt: 1000, records: [waveRecordOfFiles(readRecordFiles())] };

vi.stubEnv("LOG_LEVEL", "silent");
beforeEach(() => keepEdition(folder, { edition: ofFiles, confirmedAt: 2000 }));

describe("an edition kept on disk", () => {
  it("is read as it was written: the whole public record", async () => {
    expect(await readKeptEdition(folder)).toStrictEqual({ edition: ofFiles, confirmedAt: 2000 });
  });

  it("is read as it was written, whatever people write", async () => {
    const texts = fc.string({ unit: "grapheme" });
    const histories = fc.dictionary(
      texts,
      fc.array(fc.record({ number: fc.nat(), recordedAt: fc.integer(), retracts: fc.boolean() })),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), texts, histories, async (version, text, revisions) => {
        const { wave } = syntheticRecord();
        const record = syntheticRecord({ version, revisions, wave: { ...wave, names: { kk: text } } });
        const edition: Edition = { version, publishedAt: version, records: [record] };
        await keepEdition(folder, { edition, confirmedAt: 5 });
        // Keys such as __proto__ come back as own keys.
        expect((await readKeptEdition(folder))?.edition).toEqual(edition);
      }),
      { numRuns: 40 },
    );
  });

  it("is its owner's alone and leaves no draft behind", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  it("is as old as its last confirmation, and never from the future", async () => {
    await confirmKeptEdition(folder, 9000);
    expect((await readKeptEdition(folder))?.confirmedAt).toBe(9000);
    writeFileSync(path.join(folder, "confirmed-at"), "soon");
    expect((await readKeptEdition(folder))?.confirmedAt).toBe(2000);
    await confirmKeptEdition(folder, Date.now() + 1e9);
    expect((await readKeptEdition(folder))?.confirmedAt).toBeLessThanOrEqual(Date.now());
    await confirmKeptEdition(folder, 0);
  });

  it("is ignored when it is cut anywhere, changed anywhere, of another format or missing", async () => {
    const whole = readFileSync(file);
    const cuts = fc.nat(whole.length - 1).map((at) => whole.subarray(0, at));
    const flips = fc.nat(whole.length - 1).map((at) => {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return changed;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(cuts, flips), async (damaged) => {
        writeFileSync(file, damaged);
        const kept = await readKeptEdition(folder);
        // The version in the head is for people who look; a change there harms nothing.
        if (kept !== null) expect(kept).toStrictEqual({ edition: ofFiles, confirmedAt: 2000 });
      }),
      { numRuns: 60 },
    );
    truncateSync(file, 0);
    expect(await readKeptEdition(folder)).toBeNull();
    writeFileSync(file, whole.toString().replace('"format":', '"format":9'));
    expect(await readKeptEdition(folder)).toBeNull();
    rmSync(file);
    expect(await readKeptEdition(folder)).toBeNull();
  });
});

/** The types an edition is made of, without comments and spaces. */
function shapeOfEditions(): string {
  const parts = ["wave-record", "claim", "measure", "moment", "quantity"].map((name) => `lib/domain/${name}.ts`);
  const typesOf = (part: string, name: RegExp) => {
    const code = readFileSync(part, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    return (code.match(/^(export )?type [\s\S]*?;$\n(?=\S|\n|$)/gm) ?? []).filter((type) => name.test(type));
  };
  const types = [
    ...parts.flatMap((part) => typesOf(part, /./)),
    ...typesOf("lib/server/published/edition.ts", /type Edition =/),
  ];
  return createHash("sha256").update(types.join("").replaceAll(/\s/g, "")).digest("hex").slice(0, 12);
}

it("has a format number of its own for every shape: when this fails, raise the number and note the new shape", () => {
  expect({ format: editionFormat, shape: shapeOfEditions() }).toEqual({ format: 1, shape: "33b5e0aa21f6" });
});
