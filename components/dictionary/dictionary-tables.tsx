import { DataTable } from "@/components/ui/data-table";
import { type DescribedColumn, describedColumns } from "@/lib/features/dictionary/view";
import { FILE_NAMES } from "@/lib/shared/files/file-registry";
import type { Messages } from "@/lib/shared/i18n/messages";

type Texts = Messages["dictionary"];
const HEADS = ["column", "meaning", "type", "values", "field", "tag"] as const;

/** Every file with every column of it; nothing here is written twice, so that nothing can differ from the files. */
export function DictionaryTables({ texts }: { texts: Texts }) {
  return FILE_NAMES.map((file) => (
    // The table is the landmark of that name: one is enough.
    <div key={file} className="mb-12">
      <h2 id={file} className="scroll-mt-4 text-2xl">
        {file}.csv
      </h2>
      <p className="mt-1 mb-3 max-w-prose">{texts.file[file]}</p>
      <DataTable
        caption={`${file}.csv`}
        captionHidden
        columns={HEADS.map((key) => ({ key, label: texts.head[key] }))}
        rows={describedColumns(file).map((column) => ({ key: column.name, cells: cellsOf(column, texts) }))}
        empty=""
      />
    </div>
  ));
}

function cellsOf(column: DescribedColumn, texts: Texts) {
  const meanings: Readonly<Record<string, string>> = texts.meaning;
  const type = texts.type[column.type];
  return {
    column: <code className="font-semibold">{column.name}</code>,
    meaning: <span className="block min-w-48">{meanings[column.meaning]}</span>,
    type: column.unit === null ? type : `${type}, ${texts.unit[column.unit]}`,
    values: <Codes of={column.values} />,
    field: column.fields.length === 0 ? texts.workedOut : <Codes of={column.fields.map(({ name }) => name)} />,
    tag: <code>{column.hxl}</code>,
  };
}

/** Words of the data model, one beside the other; a break may come between two of them only. */
function Codes({ of }: { of: readonly string[] }) {
  return (
    <span className="flex min-w-40 flex-wrap gap-x-2">
      {of.map((word) => (
        <code key={word}>{word}</code>
      ))}
    </span>
  );
}
