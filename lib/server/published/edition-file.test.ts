import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import type { Edition } from "./edition";
import { editionFolder, editionFormat, type KeptEdition } from "./edition-file";

const folder = path.join(mkdtempSync(path.join(tmpdir(), "turnout-edition-")), "published");
const file = path.join(folder, "edition.json");
const confirmed = path.join(folder, "confirmed-at");
/** Where the next edition is drafted: a folder there hinders it as a full disk does, also for root. */
const obstacle = `${file}.${process.pid}.new`;
afterAll(() => rmSync(path.dirname(folder), { recursive: true }));

const ofFiles: Edition = { version: 3, publishedAt: 1000, records: [waveRecordOfFiles(readRecordFiles())] };

vi.stubEnv("LOG_LEVEL", "silent");
/** As another process would: it knows nothing of what stands there. */
const keep = (kept: KeptEdition) => editionFolder(folder).keep(kept);
const read = () => editionFolder(folder).read();
beforeEach(() => keep({ edition: ofFiles, confirmedAt: 2000 }));

describe("an edition kept on disk", () => {
  it("is read as it was written: the whole public record", async () => {
    expect(await read()).toStrictEqual({ edition: ofFiles, confirmedAt: 2000 });
  });

  it("is read as it was written, whatever people write", async () => {
    const texts = fc.string({ unit: "grapheme" });
    const histories = fc.dictionary(
      texts,
      fc.array(
        fc.record({
          ...{ number: fc.nat(), recordedAt: fc.integer(), retracts: fc.boolean(), reason: fc.record({ ru: texts }) },
          row: fc.constantFrom(...ofFiles.records.flatMap(({ figures }) => figures)),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), texts, histories, async (version, text, revisions) => {
        const { wave } = syntheticRecord();
        const record = syntheticRecord({ version, revisions, wave: { ...wave, names: { kk: text } } });
        const edition: Edition = { version, publishedAt: version, records: [record] };
        await keep({ edition, confirmedAt: 5 });
        // Keys such as __proto__ come back as own keys.
        expect((await read())?.edition).toEqual(edition);
      }),
      { numRuns: 40 },
    );
  });

  it("is its owner's alone and leaves no draft behind", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  it("is as old as its last confirmation, and never from the future", async () => {
    await keep({ edition: ofFiles, confirmedAt: 9000 });
    expect((await read())?.confirmedAt).toBe(9000);
    await keep({ edition: ofFiles, confirmedAt: Date.now() + 1e9 });
    expect((await read())?.confirmedAt).toBeLessThanOrEqual(Date.now());
  });

  it("is as old as its publication when nothing says that it was confirmed since", async () => {
    writeFileSync(confirmed, readFileSync(confirmed, "utf8").replace("2000", "soon"));
    expect((await read())?.confirmedAt).toBe(ofFiles.publishedAt);
    rmSync(confirmed);
    expect((await read())?.confirmedAt).toBe(ofFiles.publishedAt);
  });

  it("is not vouched for by what was noted of another edition", async () => {
    const older = readFileSync(file);
    await keep({ edition: { ...ofFiles, version: 4 }, confirmedAt: 9000 });
    writeFileSync(file, older);
    expect(await read()).toStrictEqual({ edition: ofFiles, confirmedAt: ofFiles.publishedAt });
  });

  it("stays with its moment when the next one cannot be written, and the next one is written as soon as it can be", async () => {
    const here = editionFolder(folder);
    const next = { ...ofFiles, version: 4, publishedAt: 3000 };
    const drafts = readdirSync(folder).length;
    mkdirSync(obstacle);
    for (const confirmedAt of [4000, 5000]) {
      await expect(here.keep({ edition: next, confirmedAt })).rejects.toThrow();
      expect(await read()).toStrictEqual({ edition: ofFiles, confirmedAt: 2000 });
    }
    rmSync(obstacle, { recursive: true });
    await here.keep({ edition: next, confirmedAt: 6000 });
    expect(await read()).toStrictEqual({ edition: next, confirmedAt: 6000 });
    expect(readdirSync(folder)).toHaveLength(drafts);
  });

  it("is written once and then only confirmed, whether it was written or read here", async () => {
    for (const here of [editionFolder(folder), editionFolder(folder)]) {
      const { edition = ofFiles } = (await here.read()) ?? {};
      const { ino } = statSync(file);
      await here.keep({ edition, confirmedAt: 7000 });
      await here.keep({ edition, confirmedAt: 8000 });
      expect(statSync(file).ino).toBe(ino);
    }
    expect((await read())?.confirmedAt).toBe(8000);
  });

  it("is written whole again when the folder was emptied in between", async () => {
    const here = editionFolder(folder);
    await here.keep({ edition: ofFiles, confirmedAt: 3000 });
    rmSync(folder, { recursive: true });
    await expect(here.keep({ edition: ofFiles, confirmedAt: 4000 })).rejects.toThrow();
    await here.keep({ edition: ofFiles, confirmedAt: 5000 });
    expect(await read()).toStrictEqual({ edition: ofFiles, confirmedAt: 5000 });
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
        const kept = await read();
        expect(kept).toBeNull();
      }),
      { numRuns: 60 },
    );
    truncateSync(file, 0);
    expect(await read()).toBeNull();
    writeFileSync(file, whole.toString().replace('"format":', '"format":9'));
    expect(await read()).toBeNull();
    rmSync(file);
    expect(await read()).toBeNull();
  });
});

/** The types an edition is made of, without comments and spaces. */
function shapeOfEditions(): string {
  const parts = [
    "wave-record",
    "wave-digest",
    "claim",
    "lens",
    "measure",
    "moment",
    "place-rows",
    "quantity",
    "texts",
  ].map((name) => `lib/domain/${name}.ts`);
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
  expect({ format: editionFormat, shape: shapeOfEditions() }).toEqual({ format: 17, shape: "0f17a138735e" });
});
