-- Two accounts of which one invited the other are not two pairs of eyes: neither approves what the other wrote.
CREATE FUNCTION are_tied(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM users WHERE id = one AND invited_by_id = other OR id = other AND invited_by_id = one)
$$;

CREATE FUNCTION approval_independence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE author uuid;
BEGIN
  SELECT author_id INTO author FROM entries WHERE id = NEW.entry_id;
  IF are_tied(NEW.moderator_id, author) THEN
    RAISE EXCEPTION 'approval_independent: the author''s inviter and invitees do not approve';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "approval_independence_guard" BEFORE INSERT ON "decisions" FOR EACH ROW
  WHEN (NEW.verb = 'approve') EXECUTE FUNCTION approval_independence_guard();

-- An approval given before this rule does not count either when the entry is to be published.
CREATE FUNCTION entry_independence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approvals integer;
BEGIN
  SELECT count(DISTINCT d.moderator_id) INTO approvals FROM decisions d
    WHERE d.entry_id = NEW.id AND d.entry_version = NEW.version AND d.verb = 'approve' AND d.moderator_id <> NEW.author_id
      AND NOT are_tied(d.moderator_id, NEW.author_id)
      AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = NEW.id AND r.verb <> 'approve'), 0);
  IF approvals < NEW.approvals_required THEN
    RAISE EXCEPTION 'entry_independent_approvals: % of % approvals are independent', approvals, NEW.approvals_required;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "entry_independence_guard" BEFORE UPDATE ON "entries" FOR EACH ROW
  WHEN (NEW.state = 'published' AND OLD.state <> 'published') EXECUTE FUNCTION entry_independence_guard();
