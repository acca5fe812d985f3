import { expect, it } from "vitest";
import { readSchema } from "./read-schema";

const source = `
generator client {
  provider = "prisma-client"
}

/// What a thing is like.
enum Likeness {
  round
  square

  @@map("likeness")
}

/// A thing
/// of two lines.
model Thing {
  /// Row id.
  id       String   @id
  /// Its owner.
  owner    Owner    @relation(fields: [ownerId], references: [id])
  /// Id of that owner.
  ownerId  String   @map("owner_id")
  /// Its other names.
  names    String[]
  /// First seen, local date.
  seenOn   DateTime? @map("seen_on") @db.Date
  likeness Likeness

  @@index([ownerId])
  @@map("things")
}

/// An owner.
model Owner {
  /// Row id.
  id     String  @id
  /// Their things.
  things Thing[]
}
`;
const schema = readSchema(source);

it("reads every field with its sentence and its column, and no relation", () => {
  const { table, text, fields } = schema.models.Thing ?? { table: "", text: "", fields: {} };
  expect([table, text]).toEqual(["things", "A thing of two lines."]);
  expect(Object.keys(fields)).toEqual(["id", "ownerId", "names", "seenOn", "likeness"]);
  expect(fields.ownerId).toEqual({
    ...{ column: "owner_id", type: "String", text: "Id of that owner." },
    ...{ isList: false, isOptional: false, isDate: false },
  });
  expect(fields.names).toMatchObject({ column: "names", isList: true });
  expect(fields.seenOn).toMatchObject({ column: "seen_on", isOptional: true, isDate: true });
  expect(fields.likeness?.text).toBe("");
});

it("reads the values of an enum, and a table's own name where it has no other", () => {
  expect(schema.enums).toEqual({ Likeness: { text: "What a thing is like.", values: ["round", "square"] } });
  expect(schema.models.Owner?.table).toBe("Owner");
  expect(Object.keys(schema.models)).toEqual(["Thing", "Owner"]);
});
