ALTER TABLE "revisions" ADD COLUMN "reason" JSONB,
  ADD CONSTRAINT "revisions_reason" CHECK ("reason" IS NULL OR "reason" ?| array['en','kk','ru','tr']);

-- A correction or retraction names the record it speaks of and the revision it was made against; a new record has no base.
ALTER TABLE "entries"
  ADD CONSTRAINT "entries_base_revision" CHECK (("kind" = 'new_record') = ("base_revision" IS NULL)),
  ADD CONSTRAINT "entries_corrected_record" CHECK ("kind" = 'new_record' OR "record_id" IS NOT NULL);

CREATE FUNCTION correction_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE corrected record;
BEGIN
  SELECT kind, wave_id, revision, state INTO corrected FROM records WHERE id = NEW.record_id;
  IF corrected.kind IS DISTINCT FROM NEW.record_kind OR corrected.wave_id IS DISTINCT FROM NEW.wave_id THEN
    RAISE EXCEPTION 'correction_of_record: % is no such record of the wave', NEW.record_id;
  END IF;
  IF NEW.base_revision < 1 OR NEW.base_revision > corrected.revision THEN
    RAISE EXCEPTION 'correction_base: % has no revision %', NEW.record_id, NEW.base_revision;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF corrected.state <> 'published' THEN
      RAISE EXCEPTION 'correction_of_published: % is retracted', NEW.record_id;
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.record_id <> OLD.record_id THEN
    RAISE EXCEPTION 'correction_identity: the record of a correction never changes';
  END IF;
  IF NEW.base_revision <> OLD.base_revision AND NEW.version = OLD.version THEN
    RAISE EXCEPTION 'correction_base: another base is a new version';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "correction_guard" BEFORE INSERT OR UPDATE ON "entries" FOR EACH ROW
  WHEN (NEW.kind <> 'new_record') EXECUTE FUNCTION correction_guard();

-- A later revision follows the one before without a gap, and nothing follows a retraction.
CREATE FUNCTION revision_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before record;
BEGIN
  SELECT retracts INTO before FROM revisions WHERE record_id = NEW.record_id AND number = NEW.number - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'revision_follows: % has no revision %', NEW.record_id, NEW.number - 1;
  END IF;
  IF before.retracts THEN
    RAISE EXCEPTION 'revision_after_retraction: % is retracted', NEW.record_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revision_follows" BEFORE INSERT ON "revisions" FOR EACH ROW
  WHEN (NEW.number > 1) EXECUTE FUNCTION revision_follows();

-- The revision a correction makes is the next after its base, is in force, says why, and retracts only for a retraction.
CREATE FUNCTION correction_revision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry record;
BEGIN
  SELECT kind, base_revision INTO entry FROM entries WHERE id = NEW.entry_id;
  IF entry.kind = 'new_record' THEN RETURN NULL; END IF;
  IF NEW.number <> entry.base_revision + 1 THEN
    RAISE EXCEPTION 'correction_stale: made against revision %, published as %', entry.base_revision, NEW.number;
  END IF;
  IF NEW.retracts <> (entry.kind = 'retraction') OR NEW.reason IS NULL THEN
    RAISE EXCEPTION 'correction_says_why: a correction has a public reason and retracts only as a retraction';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM records r WHERE r.id = NEW.record_id AND r.revision >= NEW.number
      AND (NOT NEW.retracts OR r.state = 'retracted')) THEN
    RAISE EXCEPTION 'correction_in_force: the record is not at the revision that was published';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "correction_revision_guard" AFTER INSERT ON "revisions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.entry_id IS NOT NULL) EXECUTE FUNCTION correction_revision_guard();

-- An entry is published only with the revision it became.
CREATE FUNCTION published_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM revisions v WHERE v.entry_id = NEW.id AND v.record_id = NEW.record_id) THEN
    RAISE EXCEPTION 'entry_published_as: the entry has no revision';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "published_entry_guard" AFTER UPDATE ON "entries" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state = 'published' AND OLD.state <> 'published') EXECUTE FUNCTION published_entry_guard();
