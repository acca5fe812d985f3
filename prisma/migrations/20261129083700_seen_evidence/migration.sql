-- AlterTable
ALTER TABLE "bulk_items" ADD COLUMN     "evidence_seen" TEXT;

-- AlterTable
ALTER TABLE "entries" ADD COLUMN     "sending" INTEGER;

ALTER TABLE "entries" ADD CONSTRAINT "entries_sending" CHECK ("sending" > 0);

-- At most four of an entry, and only before it was approved or decided; a row is written once. What one moderator has
-- approved the next one sees too: none is taken away in between.
CREATE OR REPLACE FUNCTION evidence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry_state entry_state;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'evidence_unchanged: a photograph is kept or deleted, never changed';
  END IF;
  SELECT e.state INTO entry_state FROM entries e
    WHERE e.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.entry_id ELSE NEW.entry_id END FOR UPDATE;
  IF TG_OP = 'DELETE' THEN
    IF entry_state = 'approved_once' THEN
      RAISE EXCEPTION 'evidence_approved: nothing is taken from an entry that is approved once';
    END IF;
    RETURN OLD;
  END IF;
  IF entry_state NOT IN ('draft', 'submitted', 'changes_requested') THEN
    RAISE EXCEPTION 'evidence_closed: nothing is added to an entry that is %', entry_state;
  END IF;
  IF (SELECT count(*) FROM evidence v WHERE v.entry_id = NEW.entry_id) >= 4 THEN
    RAISE EXCEPTION 'evidence_many: at most four photographs of an entry';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER "evidence_guard" ON "evidence";
CREATE TRIGGER "evidence_guard" BEFORE INSERT OR UPDATE OR DELETE ON "evidence"
  FOR EACH ROW EXECUTE FUNCTION evidence_guard();
