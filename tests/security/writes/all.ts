import { ownAccountWrites, peopleWrites } from "./accounts";
import { moderatorWrites, ownEntryWrites } from "./entries";
import { fileWrites } from "./files";
import { passkeyWrites } from "./passkeys";
import { waveWrites } from "./waves";
import { withholdingWrites } from "./withholdings";
import type { Write } from "./write";

/** A form of every server action of the product; one that is missing fails the first test of `actions.test.ts`. */
export const writes: readonly Write[] = [
  ...ownAccountWrites,
  ...passkeyWrites,
  ...peopleWrites,
  ...ownEntryWrites,
  ...moderatorWrites,
  ...fileWrites,
  ...waveWrites,
  ...withholdingWrites,
];
