-- Rules that hold even when the code is bypassed. Each raises or fails with a name that says what it protects.

-- Quantities: unknown is never zero, bounds are ordered, percent stays within 0-100.
CREATE FUNCTION quantity_holds(lower double precision, upper double precision, unit "unit", unknown "unknown_reason")
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT ((lower IS NULL AND upper IS NULL) = (unknown IS NOT NULL))
     AND coalesce(lower >= 0, true) AND coalesce(upper >= 0, true)
     AND coalesce(lower <= upper, true)
     AND coalesce(lower < 'Infinity'::double precision, true) AND coalesce(upper < 'Infinity'::double precision, true)
     AND (unit <> 'percent' OR (coalesce(lower <= 100, true) AND coalesce(upper <= 100, true)))
$$;

ALTER TABLE "figures"
  ADD CONSTRAINT "figures_quantity" CHECK (quantity_holds("lower", "upper", "unit", "unknown")),
  ADD CONSTRAINT "figures_rule_pair" CHECK (("rule_id" IS NULL) = ("rule_version" IS NULL)),
  ADD CONSTRAINT "figures_rule_needs_words" CHECK ("rule_id" IS NULL OR "words" IS NOT NULL),
  ADD CONSTRAINT "figures_as_of_ordered" CHECK ("as_of_earliest" <= "as_of_latest"),
  ADD CONSTRAINT "figures_one_subject" CHECK (
    ("subject" = 'action') = ("action_id" IS NOT NULL)
    AND ("subject" = 'event') = ("event_id" IS NOT NULL)
    AND ("subject" = 'region') = ("region_id" IS NOT NULL)),
  ADD CONSTRAINT "figures_unit_fits_measure" CHECK (
    CASE "measure"
      WHEN 'participation_rate' THEN "unit" = 'percent'
      WHEN 'production_share_stopped' THEN "unit" = 'percent'
      WHEN 'days_not_worked' THEN "unit" = 'days'
      WHEN 'places' THEN "unit" = 'places'
      ELSE "unit" = 'people' END),
  ADD CONSTRAINT "figures_standing_has_reason" CHECK ("standing" = 'normal' OR "standing_reason" IS NOT NULL),
  ADD CONSTRAINT "figures_dispute_has_reason" CHECK (NOT "disputed" OR "dispute_reason" IS NOT NULL);

ALTER TABLE "workforce_sizes"
  ADD CONSTRAINT "workforce_sizes_quantity" CHECK (quantity_holds("lower", "upper", "unit", "unknown")),
  ADD CONSTRAINT "workforce_sizes_people" CHECK ("unit" = 'people'),
  ADD CONSTRAINT "workforce_sizes_rule_pair" CHECK (("rule_id" IS NULL) = ("rule_version" IS NULL)),
  ADD CONSTRAINT "workforce_sizes_rule_needs_words" CHECK ("rule_id" IS NULL OR "words" IS NOT NULL),
  ADD CONSTRAINT "workforce_sizes_as_of_ordered" CHECK ("as_of_earliest" <= "as_of_latest"),
  ADD CONSTRAINT "workforce_sizes_standing_has_reason" CHECK ("standing" = 'normal' OR "standing_reason" IS NOT NULL);

ALTER TABLE "solidarities"
  ADD CONSTRAINT "solidarities_amount" CHECK ("unit" IS NULL AND "lower" IS NULL AND "upper" IS NULL AND "unknown" IS NULL
    OR "unit" IS NOT NULL AND quantity_holds("lower", "upper", "unit", "unknown")),
  ADD CONSTRAINT "solidarities_start_ordered" CHECK ("start_earliest" <= "start_latest");

ALTER TABLE "demands"
  ADD CONSTRAINT "demands_target" CHECK ("unit" IS NULL AND "lower" IS NULL AND "upper" IS NULL
    OR "unit" IS NOT NULL AND ("lower" IS NOT NULL OR "upper" IS NOT NULL)
       AND coalesce("lower" >= 0, true) AND coalesce("upper" >= 0, true) AND coalesce("lower" <= "upper", true)),
  ADD CONSTRAINT "demands_start_ordered" CHECK ("start_earliest" <= "start_latest");

-- Times: a moment is an interval in order, an end has both its bounds and a precision or none of them.
ALTER TABLE "actions"
  ADD CONSTRAINT "actions_start_ordered" CHECK ("start_earliest" <= "start_latest"),
  ADD CONSTRAINT "actions_end_whole" CHECK (num_nonnulls("end_earliest", "end_latest", "end_precision") IN (0, 3)),
  ADD CONSTRAINT "actions_end_ordered" CHECK (coalesce("end_earliest" <= "end_latest" AND "end_latest" >= "start_earliest", true)),
  ADD CONSTRAINT "actions_open_end" CHECK (NOT "open_end" OR "end_latest" IS NULL),
  ADD CONSTRAINT "actions_place" CHECK (
    CASE "place_precision"
      WHEN 'country' THEN "region_id" IS NULL AND "locality_id" IS NULL
      WHEN 'region' THEN "region_id" IS NOT NULL AND "locality_id" IS NULL
      WHEN 'unnamed_localities' THEN "locality_id" IS NULL
      ELSE "locality_id" IS NOT NULL END);
ALTER TABLE "events"
  ADD CONSTRAINT "events_start_ordered" CHECK ("start_earliest" <= "start_latest"),
  ADD CONSTRAINT "events_end_whole" CHECK (num_nonnulls("end_earliest", "end_latest", "end_precision") IN (0, 3)),
  ADD CONSTRAINT "events_end_ordered" CHECK (coalesce("end_earliest" <= "end_latest" AND "end_latest" >= "start_earliest", true));
ALTER TABLE "coverage_notes"
  ADD CONSTRAINT "coverage_notes_cause" CHECK ("cause" IN ('internet_cut', 'press_barred', 'not_searched', 'other')),
  ADD CONSTRAINT "coverage_notes_start_ordered" CHECK ("start_earliest" <= "start_latest"),
  ADD CONSTRAINT "coverage_notes_end_whole" CHECK (num_nonnulls("end_earliest", "end_latest", "end_precision") IN (0, 3)),
  ADD CONSTRAINT "coverage_notes_end_ordered" CHECK (coalesce("end_earliest" <= "end_latest" AND "end_latest" >= "start_earliest", true));

ALTER TABLE "regions"
  ADD CONSTRAINT "regions_validity_ordered" CHECK (coalesce("valid_from" <= "valid_to", true)),
  ADD CONSTRAINT "regions_population" CHECK ("population" IS NULL OR "population" >= 0 AND "population_on" IS NOT NULL),
  ADD CONSTRAINT "regions_names" CHECK ("names" ?& array['en','kk','ru','tr'] AND "short_names" ?& array['en','kk','ru','tr']);
ALTER TABLE "locality_regions" ADD CONSTRAINT "locality_regions_validity_ordered" CHECK (coalesce("valid_from" <= "valid_to", true));
ALTER TABLE "localities"
  ADD CONSTRAINT "localities_on_earth" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "localities_names" CHECK ("names" ?& array['en','kk','ru','tr']);
ALTER TABLE "employers" ADD CONSTRAINT "employers_names" CHECK ("names" ?& array['en','kk','ru','tr']);
ALTER TABLE "workforces"
  ADD CONSTRAINT "workforces_names" CHECK ("names" ?& array['en','kk','ru','tr'] AND "occupation" ?& array['en','kk','ru','tr']),
  ADD CONSTRAINT "workforces_whole_employer" CHECK (NOT "whole_employer" OR "employer_id" IS NOT NULL);
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_share" CHECK ("share_percent" IS NULL OR "share_percent" BETWEEN 0 AND 100);
ALTER TABLE "waves"
  ADD CONSTRAINT "waves_days_ordered" CHECK ("first_day" <= "last_day"),
  ADD CONSTRAINT "waves_code" CHECK ("code" ~ '^[A-Z]{2}[0-9]{2}[A-Z]?$'),
  ADD CONSTRAINT "waves_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "waves_names" CHECK ("names" ?& array['en','kk','ru','tr'] AND "summary" ?& array['en','kk','ru','tr']);

-- Record ids: wave code, letter of the kind, number, never changed, never reused, never deleted.
CREATE FUNCTION record_letter(kind "record_kind") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'workforce' THEN 'W' WHEN 'workforce_size' THEN 'H' WHEN 'action' THEN 'A' WHEN 'figure' THEN 'F'
    WHEN 'source' THEN 'S' WHEN 'event' THEN 'E' WHEN 'demand' THEN 'D' WHEN 'solidarity' THEN 'L'
    WHEN 'coverage_note' THEN 'C' END
$$;

CREATE FUNCTION record_id_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wave_code text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.id <> OLD.id OR NEW.wave_id <> OLD.wave_id OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number THEN
      RAISE EXCEPTION 'record_id_permanent: the id of a record never changes';
    END IF;
    IF NEW.revision < OLD.revision THEN
      RAISE EXCEPTION 'record_revision_forward: a record never goes back to an earlier revision';
    END IF;
    RETURN NEW;
  END IF;
  SELECT code INTO wave_code FROM waves WHERE id = NEW.wave_id;
  IF NEW.id <> wave_code || '-' || record_letter(NEW.kind) || NEW.number THEN
    RAISE EXCEPTION 'record_id_form: % is not the id of number % of its kind', NEW.id, NEW.number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "record_id_guard" BEFORE INSERT OR UPDATE ON "records" FOR EACH ROW EXECUTE FUNCTION record_id_guard();
ALTER TABLE "records"
  ADD CONSTRAINT "records_number" CHECK ("number" > 0),
  ADD CONSTRAINT "records_tombstone_reason" CHECK (("state" = 'retracted') = ("retracted_reason" IS NOT NULL));
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_number" CHECK ("number" > 0),
  ADD CONSTRAINT "revisions_valid_ordered" CHECK (coalesce("valid_from" <= "valid_to", true));

CREATE FUNCTION nothing_is_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append_only: % keeps every row as it was written', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "revisions_append_only" BEFORE UPDATE OR DELETE ON "revisions" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "revisions_keep_all" BEFORE TRUNCATE ON "revisions" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "publications_append_only" BEFORE UPDATE OR DELETE ON "publications" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "publications_keep_all" BEFORE TRUNCATE ON "publications" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "entry_versions_keep_all" BEFORE TRUNCATE ON "entry_versions" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "decisions_keep_all" BEFORE TRUNCATE ON "decisions" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "records_never_deleted" BEFORE DELETE ON "records" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "entry_versions_append_only" BEFORE UPDATE OR DELETE ON "entry_versions" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "decisions_append_only" BEFORE UPDATE OR DELETE ON "decisions" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "audit_events_keep_all" BEFORE TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();

-- The audit chain: every line carries on from the last one.
CREATE FUNCTION audit_chain_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT seq, hash INTO last FROM audit_events ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.prev_hash IS DISTINCT FROM last.hash THEN
    RAISE EXCEPTION 'audit_chain: line % does not carry on from the last one', NEW.seq;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_chain_guard" BEFORE INSERT ON "audit_events" FOR EACH ROW EXECUTE FUNCTION audit_chain_guard();

-- Entries: states move only along the table of the domain, a changed payload is a new version and voids approvals.
CREATE FUNCTION entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approvals integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('draft', 'submitted') OR NEW.version <> 1 THEN
      RAISE EXCEPTION 'entry_begins_as_draft: an entry begins as a draft or submitted, at version 1';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.author_id <> OLD.author_id OR NEW.wave_id <> OLD.wave_id OR NEW.kind <> OLD.kind OR NEW.record_kind <> OLD.record_kind THEN
    RAISE EXCEPTION 'entry_identity: author, wave and kind of an entry never change';
  END IF;
  IF NEW.payload IS DISTINCT FROM OLD.payload THEN
    IF NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION 'entry_version: a changed payload is a new version';
    END IF;
    IF OLD.state NOT IN ('draft', 'submitted', 'changes_requested', 'approved_once') OR NEW.state = 'published' THEN
      RAISE EXCEPTION 'entry_closed: the payload of an entry that is % does not change', OLD.state;
    END IF;
  ELSIF NEW.version <> OLD.version THEN
    RAISE EXCEPTION 'entry_version: a version grows only with the payload';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text || '>' || NEW.state::text) NOT IN (
    'draft>submitted', 'changes_requested>submitted', 'submitted>changes_requested', 'submitted>approved_once',
    'submitted>published', 'approved_once>published', 'submitted>rejected', 'approved_once>rejected',
    'submitted>unverifiable', 'approved_once>unverifiable', 'draft>withdrawn', 'submitted>withdrawn',
    'changes_requested>withdrawn', 'rejected>submitted', 'unverifiable>submitted', 'approved_once>submitted') THEN
    RAISE EXCEPTION 'entry_transition: an entry cannot go from % to %', OLD.state, NEW.state;
  END IF;
  IF NEW.state IN ('approved_once', 'published') AND NEW.state <> OLD.state THEN
    SELECT count(DISTINCT d.moderator_id) INTO approvals FROM decisions d
      WHERE d.entry_id = NEW.id AND d.entry_version = NEW.version AND d.verb = 'approve' AND d.moderator_id <> NEW.author_id
        AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = NEW.id AND r.verb <> 'approve'), 0);
    IF approvals < (CASE NEW.state WHEN 'published' THEN NEW.approvals_required ELSE 1 END) THEN
      RAISE EXCEPTION 'entry_two_persons: % of % approvals', approvals, NEW.approvals_required;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "entry_guard" BEFORE INSERT OR UPDATE ON "entries" FOR EACH ROW EXECUTE FUNCTION entry_guard();
ALTER TABLE "entries"
  ADD CONSTRAINT "entries_approvals_required" CHECK ("approvals_required" IN (1, 2)),
  ADD CONSTRAINT "entries_submitted_at" CHECK ("state" IN ('draft', 'withdrawn') OR "submitted_at" IS NOT NULL),
  ADD CONSTRAINT "entries_published_record" CHECK ("state" <> 'published' OR "record_id" IS NOT NULL),
  ADD CONSTRAINT "entries_high_impact" CHECK ("kind" = 'new_record' OR "approvals_required" = 2),
  ADD CONSTRAINT "entries_submission_key" CHECK (length("submission_key") BETWEEN 8 AND 100);

-- Decisions: not your own, not twice on the same version, only by an active moderator, with a reason unless it approves.
CREATE FUNCTION decision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry record;
BEGIN
  SELECT author_id, version INTO entry FROM entries WHERE id = NEW.entry_id;
  IF entry.author_id = NEW.moderator_id THEN
    RAISE EXCEPTION 'decision_own_entry: nobody decides on their own entry';
  END IF;
  IF entry.version <> NEW.entry_version THEN
    RAISE EXCEPTION 'decision_stale_version: the entry is at version %', entry.version;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.moderator_id AND role = 'moderator' AND state = 'active') THEN
    RAISE EXCEPTION 'decision_by_moderator: only an active moderator decides';
  END IF;
  IF NEW.verb = 'approve' AND EXISTS (
    SELECT 1 FROM decisions d WHERE d.entry_id = NEW.entry_id AND d.entry_version = NEW.entry_version
      AND d.verb = 'approve' AND d.moderator_id = NEW.moderator_id
      AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = NEW.entry_id AND r.verb <> 'approve'), 0)) THEN
    RAISE EXCEPTION 'decision_twice: a moderator approves a version once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "decision_guard" BEFORE INSERT ON "decisions" FOR EACH ROW EXECUTE FUNCTION decision_guard();
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_reason" CHECK ("verb" = 'approve' OR length(trim("reason")) > 0);

-- A revision that comes from an entry exists only when that entry was published.
CREATE FUNCTION revision_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.entry_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM entries e WHERE e.id = NEW.entry_id AND e.state = 'published' AND e.record_id = NEW.record_id) THEN
    RAISE EXCEPTION 'revision_of_published_entry: the entry of a revision is published';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "revision_entry_guard" AFTER INSERT ON "revisions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION revision_entry_guard();

-- Accounts: pseudonyms cannot look alike, the last active administrator cannot vanish.
ALTER TABLE "users"
  ADD CONSTRAINT "users_handle" CHECK (length("handle") BETWEEN 3 AND 40 AND "handle" NOT LIKE '%@%'),
  ADD CONSTRAINT "users_passphrase_hash" CHECK ("passphrase_hash" LIKE '$argon2id$%');
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_once" CHECK (("used_at" IS NULL) = ("used_by_id" IS NULL)),
  ADD CONSTRAINT "invitations_expire" CHECK ("expires_at" > "created_at");
CREATE FUNCTION last_administrator_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role = 'admin' AND OLD.state = 'active' AND (TG_OP = 'DELETE' OR NEW.role <> 'admin' OR NEW.state <> 'active') THEN
    PERFORM 1 FROM users WHERE role = 'admin' AND state = 'active' AND id <> OLD.id ORDER BY id FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'last_administrator: one active administrator must remain';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "last_administrator_guard" BEFORE UPDATE OR DELETE ON "users" FOR EACH ROW EXECUTE FUNCTION last_administrator_guard();

-- Readers' copies are made anew when something is published.
CREATE FUNCTION publication_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('turnout_published', NEW.version::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "publication_notify" AFTER INSERT ON "publications" FOR EACH ROW EXECUTE FUNCTION publication_notify();
