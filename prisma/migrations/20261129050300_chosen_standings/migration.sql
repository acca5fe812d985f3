-- CreateEnum
CREATE TYPE "chosen_standing" AS ENUM ('normal', 'preferred', 'deprecated', 'disputed');

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "reason_language" TEXT,
ADD COLUMN     "standing" "chosen_standing";

ALTER TABLE "decisions"
  ADD CONSTRAINT "decisions_standing_of_approval" CHECK ("standing" IS NULL OR "verb" = 'approve'),
  ADD CONSTRAINT "decisions_reason_language" CHECK ("reason_language" IN ('en', 'kk', 'ru', 'tr'));

-- The approvals of an entry that count: of its version, since anything else was decided, independent of its author, of
-- each moderator the last. One given before there was a choice, or about no claim, stands for the plain standing.
CREATE FUNCTION approvals_in_force(of_entry uuid) RETURNS TABLE (moderator_id uuid, standing "chosen_standing")
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (d.moderator_id) d.moderator_id, coalesce(d.standing, 'normal')
  FROM decisions d JOIN entries e ON e.id = d.entry_id
  WHERE e.id = of_entry AND d.entry_version = e.version AND d.verb = 'approve'
    AND d.moderator_id <> e.author_id AND NOT are_tied(d.moderator_id, e.author_id)
    AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = e.id AND r.verb <> 'approve'), 0)
  ORDER BY d.moderator_id, d.id DESC
$$;

-- Two approvals for different standings are not two approvals of one thing: the last one's choice needs them all.
CREATE OR REPLACE FUNCTION entry_independence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approvals integer;
BEGIN
  SELECT count(*) INTO approvals FROM approvals_in_force(NEW.id) a WHERE a.standing = (
    SELECT coalesce(d.standing, 'normal') FROM decisions d WHERE d.entry_id = NEW.id AND d.verb = 'approve'
    ORDER BY d.id DESC LIMIT 1);
  IF approvals < NEW.approvals_required THEN
    RAISE EXCEPTION 'entry_independent_approvals: % of % approvals are independent and agree', approvals, NEW.approvals_required;
  END IF;
  RETURN NEW;
END $$;

-- A moderator approves a version once, unless it is to agree with another about another standing than before.
CREATE OR REPLACE FUNCTION decision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW.verb = 'approve' AND coalesce(NEW.standing, 'normal') = (
    SELECT coalesce(d.standing, 'normal') FROM decisions d
    WHERE d.entry_id = NEW.entry_id AND d.entry_version = NEW.entry_version
      AND d.verb = 'approve' AND d.moderator_id = NEW.moderator_id
      AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = NEW.entry_id AND r.verb <> 'approve'), 0)
    ORDER BY d.id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'decision_twice: a moderator approves a version once';
  END IF;
  RETURN NEW;
END $$;
