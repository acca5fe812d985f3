import type { Schema, SchemaModel } from "@/lib/shared/files/data-model";

type Block = { kind: string; name: string; text: string; lines: { code: string; text: string }[] };

/** The models and enums of a Prisma schema with the sentence of each and of each field. Relations have no column and are left out. */
export function readSchema(source: string): Schema {
  const blocks = blocksOf(source);
  const models = blocks.filter(({ kind }) => kind === "model");
  const names = new Set(models.map(({ name }) => name));
  return {
    models: Object.fromEntries(models.map((block) => [block.name, modelOf(block, names)])),
    enums: Object.fromEntries(
      blocks
        .filter(({ kind }) => kind === "enum")
        .map((block) => [block.name, { text: block.text, values: valuesOf(block) }]),
    ),
  };
}

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let text = "";
  for (const line of source.split("\n").map((one) => one.trim())) {
    const head = /^(model|enum|view|type|generator|datasource)\s+(\w+)\s*\{$/.exec(line);
    if (line.startsWith("///")) {
      text = `${text} ${line.slice(3).trim()}`.trim();
      continue;
    }
    if (head) open = { kind: head[1] ?? "", name: head[2] ?? "", text, lines: [] };
    else if (line === "}" && open) {
      blocks.push(open);
      open = null;
    } else if (line !== "" && open) open.lines.push({ code: line, text });
    text = "";
  }
  return blocks;
}

function modelOf({ name, text, lines }: Block, models: ReadonlySet<string>): SchemaModel {
  const fields = lines.flatMap(({ code, text: sentence }) => {
    const [, field, type, mark] = /^(\w+)\s+(\w+)(\[\]|\?)?/.exec(code) ?? [];
    if (field === undefined || type === undefined || models.has(type)) return [];
    const column = /@map\("(\w+)"\)/.exec(code)?.[1] ?? field;
    const isDate = code.includes("@db.Date");
    return [
      [field, { column, type, isList: mark === "[]", isOptional: mark === "?", isDate, text: sentence }] as const,
    ];
  });
  return { table: mapped(lines) ?? name, text, fields: Object.fromEntries(fields) };
}

function mapped(lines: Block["lines"]): string | undefined {
  return lines.map(({ code }) => /^@@map\("(\w+)"\)/.exec(code)?.[1]).find((found) => found !== undefined);
}

function valuesOf({ lines }: Block): string[] {
  return lines.filter(({ code }) => /^\w+$/.test(code)).map(({ code }) => code);
}
