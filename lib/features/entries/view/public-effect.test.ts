import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { exact } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readMessages } from "@/lib/shared/i18n/messages";
import {
  syntheticAction,
  syntheticFigure,
  syntheticMoment,
  syntheticRecord,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { effectOf, pageSays } from "./public-effect";

const messages = await readMessages("en");
const words = createTranslator({ locale: "en", messages, timeZone: "UTC", namespace: "totals" });
const reading = await readingWords("en");
const charts = viewWords("en", messages);
const saysOf = (record: WaveRecord) => pageSays({ ...readingContext(record, reading), words }, charts);

const record = syntheticRecord({
  workforces: [syntheticWorkforce("W1")],
  actions: [syntheticAction("A1", { workforceIds: ["W1"] })],
  figures: [syntheticFigure("F1", { actionId: "A1", quantity: exact(310, "people") })],
});
const proposed = (columns: Parameters<typeof syntheticFigure>[1]) =>
  saysOf({ ...record, figures: [...record.figures, syntheticFigure("F2", { actionId: "A1", ...columns })] });
const told = (after: ReturnType<typeof saysOf>) =>
  effectOf(saysOf(record), after)
    .map(({ before, after: then }) => `${before} → ${then}`)
    .join("\n");

it("tells a number beside another of the same day, which makes a range of the sum", () => {
  expect(told(proposed({ quantity: exact(45_000, "people") }))).toMatch(/310\. .*→ .*310–45,000\. /);
});

it("tells a number of another day, which is a sum of its own", () => {
  expect(told(proposed({ asOf: syntheticMoment(3), quantity: exact(240, "people") }))).toMatch(/null → .*\b240\b/);
});

it("tells nothing where nothing is said otherwise", () => {
  expect(told(saysOf({ ...record }))).toBe("");
});
