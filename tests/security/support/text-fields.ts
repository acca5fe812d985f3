import type { z } from "zod";
import { builtActions } from "./build";

/** One field of a form in which words can be written, by its name in the form. */
export type TextField = {
  name: string /** What is kept of a text; null when it is refused. */;
  kept(text: string): string | null;
};

type Shape = {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
};
const shapeOf = (schema: z.ZodType) => schema.def as unknown as Shape;

/** What a schema is made of, without what it does when nothing was typed or after it was read. */
function bare(schema: z.ZodType): z.ZodType {
  const { type, innerType, in: before } = shapeOf(schema);
  if (type === "pipe" && before !== undefined) return bare(before);
  return innerType === undefined ? schema : bare(innerType);
}

/** No form of ours has a field for it; whatever takes it takes any text. */
const PROBE = "<img src=x onerror=p()> {n} “words”";

function keptBy(schema: z.ZodType, wrapped: (text: string) => unknown): TextField["kept"] {
  return (text) => {
    const { data, success } = schema.safeParse(wrapped(text));
    return success ? textIn(data) : null;
  };
}

/** The one text in what was read, however it is kept. */
function textIn(data: unknown): string | null {
  if (typeof data === "string") return data;
  if (typeof data !== "object" || data === null) return null;
  return Object.values(data).flatMap((value) => textIn(value) ?? [])[0] ?? null;
}

function leaves(schema: z.ZodType, name: string): TextField[] {
  const { type, shape, element } = shapeOf(bare(schema));
  const below = (part: string) => (name === "" ? part : `${name}.${part}`);
  if (type === "object") return Object.entries(shape ?? {}).flatMap(([part, field]) => leaves(field, below(part)));
  if (type === "array" && element !== undefined) return leaves(element, below("0"));
  if (type === "record") return [{ name: below("*"), kept: keptBy(schema, (text) => ({ note: text })) }];
  return [{ name, kept: keptBy(schema, (text) => text) }];
}

/** The fields of a form that take words and keep them as they are. */
export function textFieldsOf(schema: z.ZodType): TextField[] {
  return leaves(schema, "").filter(({ kept }) => kept(PROBE)?.includes(PROBE));
}

/** Whether the fields of a form can be read from its schema. */
export const isReadable = (schema: z.ZodType | undefined): schema is z.ZodType =>
  schema !== undefined && shapeOf(bare(schema)).type === "object";

/** The schema that every action of the build gives to `lib/server/action-client`, which must be mocked to return it. */
export async function schemasOfActions(): Promise<Map<string, z.ZodType | undefined>> {
  const schemas = new Map<string, z.ZodType | undefined>();
  for (const { name, file } of builtActions()) {
    const exported = (await import(/* @vite-ignore */ file)) as Record<string, { schema?: z.ZodType }>;
    schemas.set(name, exported[name]?.schema);
  }
  return schemas;
}
