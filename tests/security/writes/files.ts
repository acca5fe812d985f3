import { uploaded } from "../../integration/support/imports";
import type { Fields } from "../support/acting";
import type { Visitor } from "../support/asking";
import { client, newcomer, written } from "../support/people";
import { NOTHING, type Write } from "./write";

const rows = "date,value,source\n05.01.2022,1 200,https://news.example.kz/1\n";
/** Letters that only a person can name. */
const inCyrillic = Buffer.concat([
  Buffer.from("date,value,who\n05.01.2022,1200,"),
  Buffer.from([0xcf, 0xf0, 0xee, 0xe2, 0xe5, 0x0a]),
]);

/** All that rows of a figure need to be looked at. */
const mapping = {
  columns: { date: 0, value: 1 },
  fixed: { workforce: "KZ22-W1", action: "KZ22-A1", measure: "attendance", basis: "on_day", claimant: "press" },
  answers: { "0": { order: "day_first" } },
};

const fileOf = ({ id }: Visitor, bytes: string | Uint8Array = rows) => written(() => uploaded(id, bytes));

/** What an author does with a file of proposals of their own. */
function onOwnFile(action: string, of: (author: Visitor) => Promise<Fields>): Write {
  return {
    ...{ action, may: [], ids: { batchId: NOTHING }, repeatable: true },
    prepare: async () => {
      const by = await newcomer("contributor");
      return { by, fields: { locale: "en", ...(await of(by)) } };
    },
  };
}

export const fileWrites: Write[] = [
  {
    ...{ action: "uploadFileAction", may: ["contributor", "moderator", "unsecured"], repeatable: true },
    prepare: async ({ contributor }) => ({
      by: contributor,
      fields: { locale: "en", waveId: "kz22", kind: "figure", text: rows },
    }),
  },
  onOwnFile("saveMappingAction", async (by) => ({ batchId: await fileOf(by), "column.date": "0" })),
  onOwnFile("moveBatchAction", async (by) => ({ batchId: await fileOf(by), verb: "cancel" })),
  onOwnFile("chooseEncodingAction", async (by) => ({
    ...{ batchId: await fileOf(by, inCyrillic), encoding: "windows-1251" },
  })),
  onOwnFile("repairRowsAction", async (by) => {
    const batchId = await fileOf(by);
    await client.importBatch.update({
      where: { id: batchId },
      data: { mapping, state: "checked" },
    });
    const report = "turnout_row,date,value,source\n2,06.01.2022,1 300,https://news.example.kz/2\n";
    return { batchId, file: new File([report], "report.csv", { type: "text/csv" }) };
  }),
];
