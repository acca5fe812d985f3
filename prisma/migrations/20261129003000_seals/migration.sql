-- Which line of the audit log was the last when something was published: readers are shown it, so that a log written
-- anew is noticed by whoever kept a page or a file.
CREATE TABLE "seals" (
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "seals_pkey" PRIMARY KEY ("version")
);
ALTER TABLE "seals" ADD CONSTRAINT "seals_version_fkey" FOREIGN KEY ("version") REFERENCES "publications"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "seals_append_only" BEFORE UPDATE OR DELETE ON "seals" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "seals_keep_all" BEFORE TRUNCATE ON "seals" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();

-- At the end of the transaction, when the lines that tell of the publication stand in the log; until then the lock of
-- the chain is held, so that no line of somebody else comes between.
CREATE FUNCTION seal_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seals (version, seq, hash, at) SELECT NEW.version, seq, hash, at FROM audit_events ORDER BY seq DESC LIMIT 1;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "seal_publication" AFTER INSERT ON "publications" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION seal_publication();

-- The days of a wave are asked for with every publication.
CREATE INDEX "publications_wave_id_version_idx" ON "publications"("wave_id", "version");
-- The log is read by who acted and by what was done.
CREATE INDEX "audit_events_actor_id_seq_idx" ON "audit_events"("actor_id", "seq");
CREATE INDEX "audit_events_verb_seq_idx" ON "audit_events"("verb", "seq");
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");
