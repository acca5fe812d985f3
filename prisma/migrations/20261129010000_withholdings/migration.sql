-- Taking down at once, by one moderator, what must not be public; and what moderators note for each other.

CREATE TYPE "withholding_scope" AS ENUM ('texts', 'record');

CREATE TYPE "withholding_ground" AS ENUM ('personal_data', 'danger');

CREATE TABLE "withholdings" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" TEXT NOT NULL,
    "scope" "withholding_scope" NOT NULL,
    "parts" TEXT[],
    "ground" "withholding_ground" NOT NULL,
    "note" TEXT NOT NULL,
    "kept" JSONB,
    "placed_by_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lapses_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lift_reason" TEXT,

    CONSTRAINT "withholdings_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "moderator_notes" (
    "id" SERIAL NOT NULL,
    "entry_id" UUID,
    "record_id" TEXT,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderator_notes_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "withholdings_record_id_idx" ON "withholdings"("record_id");

CREATE INDEX "moderator_notes_entry_id_idx" ON "moderator_notes"("entry_id");

CREATE INDEX "moderator_notes_record_id_idx" ON "moderator_notes"("record_id");

ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_placed_by_id_fkey" FOREIGN KEY ("placed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "moderator_notes" ADD CONSTRAINT "moderator_notes_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "moderator_notes" ADD CONSTRAINT "moderator_notes_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "moderator_notes" ADD CONSTRAINT "moderator_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Open until it is confirmed or lifted, never both; what it took out is kept exactly as long as it is open.
ALTER TABLE "withholdings"
  ADD CONSTRAINT "withholdings_end_once" CHECK ("confirmed_at" IS NULL OR "lifted_at" IS NULL),
  ADD CONSTRAINT "withholdings_kept_while_open" CHECK (("kept" IS NOT NULL) = ("confirmed_at" IS NULL AND "lifted_at" IS NULL)),
  ADD CONSTRAINT "withholdings_confirmed_by" CHECK (("confirmed_at" IS NULL) = ("confirmed_by_id" IS NULL)),
  ADD CONSTRAINT "withholdings_lifted_by" CHECK ("lifted_by_id" IS NULL OR "lifted_at" IS NOT NULL AND "lift_reason" IS NOT NULL),
  ADD CONSTRAINT "withholdings_note" CHECK (length(trim("note")) > 0),
  ADD CONSTRAINT "withholdings_lapse" CHECK ("lapses_at" > "placed_at");
CREATE UNIQUE INDEX "withholdings_one_open" ON "withholdings" ("record_id") WHERE "kept" IS NOT NULL;

CREATE FUNCTION withholding_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE acting uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.kept IS NULL THEN
      RAISE EXCEPTION 'withholding_begins_open: nothing is confirmed or lifted from the beginning';
    END IF;
    acting := NEW.placed_by_id;
  ELSE
    IF OLD.kept IS NULL THEN
      RAISE EXCEPTION 'withholding_ended: what was confirmed or lifted stays so';
    END IF;
    IF (NEW.id, NEW.record_id, NEW.scope, NEW.parts, NEW.ground, NEW.note, NEW.placed_by_id, NEW.placed_at, NEW.lapses_at)
      IS DISTINCT FROM (OLD.id, OLD.record_id, OLD.scope, OLD.parts, OLD.ground, OLD.note, OLD.placed_by_id, OLD.placed_at, OLD.lapses_at) THEN
      RAISE EXCEPTION 'withholding_identity: what was withheld, by whom and why does not change';
    END IF;
    IF NEW.kept IS NOT NULL THEN
      RAISE EXCEPTION 'withholding_open: an open one is confirmed or lifted, and nothing else';
    END IF;
    IF NEW.confirmed_at IS NOT NULL AND (NEW.confirmed_by_id = OLD.placed_by_id OR are_tied(NEW.confirmed_by_id, OLD.placed_by_id)) THEN
      RAISE EXCEPTION 'withholding_two_persons: a second, independent moderator confirms';
    END IF;
    IF NEW.confirmed_at IS NOT NULL AND NEW.confirmed_at >= OLD.lapses_at THEN
      RAISE EXCEPTION 'withholding_lapsed: it was not confirmed in time';
    END IF;
    IF NEW.lifted_at IS NOT NULL AND NEW.lifted_by_id IS NULL AND NEW.lifted_at < OLD.lapses_at THEN
      RAISE EXCEPTION 'withholding_lapses_later: before its time somebody lifts it and says why';
    END IF;
    acting := coalesce(NEW.confirmed_by_id, NEW.lifted_by_id);
  END IF;
  IF acting IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users WHERE id = acting AND role = 'moderator' AND state = 'active') THEN
    RAISE EXCEPTION 'withholding_by_moderator: only an active moderator withholds, confirms and lifts';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "withholding_guard" BEFORE INSERT OR UPDATE ON "withholdings" FOR EACH ROW EXECUTE FUNCTION withholding_guard();
CREATE TRIGGER "withholdings_never_deleted" BEFORE DELETE ON "withholdings" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "withholdings_keep_all" BEFORE TRUNCATE ON "withholdings" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();

-- Whether a withholding of this record is placed, confirmed or lifted in this very transaction, and which.
CREATE FUNCTION withholding_now(of_record text) RETURNS "withholdings" LANGUAGE sql STABLE AS $$
  SELECT * FROM withholdings WHERE record_id = of_record
    AND now()::timestamptz(3) IN (placed_at, confirmed_at, lifted_at) ORDER BY placed_at DESC LIMIT 1
$$;

-- The one exception to versions that are never changed: their texts, taken out or put back by a withholding. What was
-- counted, when, where, by whom and what it is linked to is untouched unless everything is withheld.
CREATE FUNCTION revision_withheld_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  placed withholdings := withholding_now(OLD.record_id);
  texts text[] := ARRAY['names', 'occupation', 'otherNames', 'note', 'scopeNote', 'claimantName', 'standingReason', 'disputeReason',
    'site', 'participants', 'text', 'actor', 'raisedBy', 'supporterName', 'words', 'ruleId', 'ruleVersion', 'title', 'publisher',
    'url', 'archivedUrl', 'origin', 'citations', 'answers'];
BEGIN
  IF placed.id IS NULL OR to_jsonb(NEW) - ARRAY['snapshot', 'reason'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['snapshot', 'reason'] THEN
    RAISE EXCEPTION 'append_only: % keeps every row as it was written', TG_TABLE_NAME;
  END IF;
  IF placed.scope = 'texts' AND NEW.snapshot - texts IS DISTINCT FROM OLD.snapshot - texts THEN
    RAISE EXCEPTION 'withheld_texts_only: a withheld text changes nothing else';
  END IF;
  IF (SELECT jsonb_agg(c - 'words') FROM jsonb_array_elements(NEW.snapshot->'citations') c)
    IS DISTINCT FROM (SELECT jsonb_agg(c - 'words') FROM jsonb_array_elements(OLD.snapshot->'citations') c) THEN
    RAISE EXCEPTION 'withheld_texts_only: what a record rests on stays';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER "revisions_append_only" ON "revisions";
CREATE TRIGGER "revisions_append_only" BEFORE DELETE ON "revisions" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "revision_withheld_guard" BEFORE UPDATE ON "revisions" FOR EACH ROW EXECUTE FUNCTION revision_withheld_guard();

-- No other version appears while it is open, or restoring would bring back what another version replaced.
CREATE FUNCTION revision_waits_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE placed withholdings := withholding_now(NEW.record_id);
BEGIN
  IF placed.id IS NULL AND EXISTS (SELECT 1 FROM withholdings WHERE record_id = NEW.record_id AND kept IS NOT NULL) THEN
    RAISE EXCEPTION 'withheld_stands_still: % is withheld until that is confirmed or lifted', NEW.record_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revision_waits_guard" BEFORE INSERT ON "revisions" FOR EACH ROW EXECUTE FUNCTION revision_waits_guard();

-- A record withheld whole is retracted in public, and in force again when that is lifted.
CREATE OR REPLACE FUNCTION revision_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before record;
BEGIN
  SELECT retracts INTO before FROM revisions WHERE record_id = NEW.record_id AND number = NEW.number - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'revision_follows: % has no revision %', NEW.record_id, NEW.number - 1;
  END IF;
  IF before.retracts AND (withholding_now(NEW.record_id)).lifted_at IS NULL THEN
    RAISE EXCEPTION 'revision_after_retraction: % is retracted', NEW.record_id;
  END IF;
  RETURN NEW;
END $$;

-- What proposals say is not public: it goes when a second moderator confirms, in that transaction and in no other way,
-- from those about the record and, where it is a source, from those about whatever cites it.
CREATE FUNCTION is_purged_now(of_record text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM withholdings w WHERE w.confirmed_at = now()::timestamptz(3) AND (w.record_id = of_record
    OR EXISTS (SELECT 1 FROM citations c WHERE c.record_id = of_record AND c.source_id = w.record_id)))
$$;
CREATE FUNCTION entry_purge_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'payload' IS DISTINCT FROM to_jsonb(OLD) - 'payload' THEN
    RAISE EXCEPTION 'entry_purge: withheld words are taken out of a proposal, and nothing else is changed with them';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION version_purge_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT is_purged_now((SELECT record_id FROM entries WHERE id = OLD.entry_id))
    OR to_jsonb(NEW) - ARRAY['payload', 'reason'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['payload', 'reason'] THEN
    RAISE EXCEPTION 'append_only: % keeps every row as it was written', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER "entry_versions_append_only" ON "entry_versions";
CREATE TRIGGER "entry_versions_append_only" BEFORE UPDATE OR DELETE ON "entry_versions" FOR EACH ROW EXECUTE FUNCTION version_purge_guard();
DROP TRIGGER "decisions_append_only" ON "decisions";
CREATE TRIGGER "decisions_append_only" BEFORE UPDATE OR DELETE ON "decisions" FOR EACH ROW EXECUTE FUNCTION version_purge_guard();
DROP TRIGGER "entry_guard" ON "entries";
CREATE TRIGGER "entry_guard" BEFORE INSERT ON "entries" FOR EACH ROW EXECUTE FUNCTION entry_guard();
CREATE TRIGGER "entry_guard_update" BEFORE UPDATE ON "entries" FOR EACH ROW
  WHEN (NOT is_purged_now(OLD.record_id)) EXECUTE FUNCTION entry_guard();
CREATE TRIGGER "entry_purge_guard" BEFORE UPDATE ON "entries" FOR EACH ROW
  WHEN (is_purged_now(OLD.record_id)) EXECUTE FUNCTION entry_purge_guard();

-- Notes: about one thing, by an active moderator, kept as written.
ALTER TABLE "moderator_notes"
  ADD CONSTRAINT "moderator_notes_about_one" CHECK (num_nonnulls("entry_id", "record_id") = 1),
  ADD CONSTRAINT "moderator_notes_text" CHECK (length(trim("text")) BETWEEN 1 AND 2000);
CREATE FUNCTION moderator_note_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.author_id AND role = 'moderator' AND state = 'active') THEN
    RAISE EXCEPTION 'note_by_moderator: only an active moderator writes notes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "moderator_note_guard" BEFORE INSERT ON "moderator_notes" FOR EACH ROW EXECUTE FUNCTION moderator_note_guard();
CREATE TRIGGER "moderator_notes_append_only" BEFORE UPDATE OR DELETE ON "moderator_notes" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "moderator_notes_keep_all" BEFORE TRUNCATE ON "moderator_notes" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
