import type { z } from "zod";
import { acceptInvitationSchema } from "@/lib/features/accounts/schema";
import { correctionInputSchema } from "@/lib/features/entries/schema/correction";
import { NEW_RECORD_INPUTS } from "@/lib/features/entries/schema/kinds";
import { mappingSchema } from "@/lib/features/imports/schema/mapping";
import { rowSchemas } from "@/lib/features/preparation/schema/tables";

const newRecords: readonly z.ZodType[] = Object.values(NEW_RECORD_INPUTS);

/** What stands in a form that its action's own schema does not say. */
export const schemasWithin: Readonly<Record<string, readonly z.ZodType[]>> = {
  joinAction: [acceptInvitationSchema],
  saveRecordAction: newRecords,
  editRecordAction: newRecords,
  warnRecordAction: newRecords,
  saveCorrectionAction: [correctionInputSchema],
  editCorrectionAction: [correctionInputSchema],
  addRowAction: Object.values(rowSchemas),
  saveMappingAction: [mappingSchema],
};

/** Forms that `planted-entries.ts` fills by their schemas, whatever fields they have. */
export const filledBySchema = [
  ...["saveRecordAction", "editRecordAction", "warnRecordAction", "saveCorrectionAction", "editCorrectionAction"],
];

/** Texts that are shown to nobody: secrets, ids, and what is only looked up or read as something else. */
export const shownToNobody: Readonly<Record<string, readonly string[]>> = {
  changePassphraseAction: ["currentPassphrase", "passphrase"],
  deleteAccountAction: ["currentPassphrase"],
  setUpAuthenticatorAction: ["code", "currentPassphrase"],
  beginPasskeyAction: ["currentPassphrase"],
  addPasskeyAction: ["passkeyAnswer"],
  renamePasskeyAction: ["passkeyId"],
  removePasskeyAction: ["passkeyId"],
  signInByPasskeyAction: ["next", "passkeyAnswer"],
  joinAction: ["token", "passphrase"],
  restoreAction: ["token", "passphrase"],
  // What was typed comes back with the refusal: `scripts.test.ts` sends it back as a form without script shows it.
  signInAction: ["handle", "passphrase", "next"],
  secondStepAction: ["next", "code", "passkeyAnswer"],
  decideAction: ["seenEvidence", "shown"],
  startWaveAction: ["firstDay", "lastDay"],
  changeWaveAction: ["seen", "firstDay", "lastDay"],
  addRowAction: ["region", "employer", "place"],
  fillTableAction: ["csv"],
  prepareBulkAction: ["filter"],
  placeWithholdingAction: ["parts"],
};
