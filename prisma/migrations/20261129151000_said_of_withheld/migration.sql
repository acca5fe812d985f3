-- Proposals that said words when these were taken down for good: which, and nothing of the words.
CREATE TABLE "said_of_withheld" (
    "withholding_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "said_of_withheld_pkey" PRIMARY KEY ("withholding_id","entry_id")
);
CREATE INDEX "said_of_withheld_entry_id_idx" ON "said_of_withheld"("entry_id");
ALTER TABLE "said_of_withheld" ADD CONSTRAINT "said_of_withheld_withholding_id_fkey" FOREIGN KEY ("withholding_id") REFERENCES "withholdings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "said_of_withheld" ADD CONSTRAINT "said_of_withheld_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The words are gone: nobody could find out again.
CREATE TRIGGER "said_of_withheld_append_only" BEFORE UPDATE OR DELETE ON "said_of_withheld" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "said_of_withheld_keep_all" BEFORE TRUNCATE ON "said_of_withheld" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
