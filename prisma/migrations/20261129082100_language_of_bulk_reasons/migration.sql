-- Readers are told in which language a reason is written, whichever way it was given.
ALTER TABLE "bulk_decisions" ADD COLUMN     "reason_language" TEXT;
