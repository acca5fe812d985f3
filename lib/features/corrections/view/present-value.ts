import { kindOf, recordValues } from "@/lib/domain/record-diff";
import type { RecordRow } from "@/lib/domain/wave-record";
import type { Part } from "@/lib/features/records/view/context";
import { type ChangeContext, valuePart } from "./change-words";

/** What stands in a field of a record, in one piece: of a text in several languages the reader's. Null where it is empty. */
export function presentValue(row: RecordRow, name: string, said: ChangeContext): Part | null {
  const told = recordValues(row).filter((one) => one.name === name);
  const own = told.find(({ path }) => path === `${name}.${said.context.locale}`) ?? told[0];
  return own === undefined ? null : valuePart(own.value, { name, kind: kindOf(row) }, said);
}
