-- Whoever deleted their account reads nothing and changes nothing: no changes are asked of them, and nobody writes to them.
CREATE FUNCTION author_gone_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM entries e JOIN users u ON u.id = e.author_id
    WHERE e.id = NEW.entry_id AND u.deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'author_gone: the author of entry % has deleted their account', NEW.entry_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "decisions_author_gone" BEFORE INSERT ON "decisions"
  FOR EACH ROW WHEN (NEW.verb = 'request_changes') EXECUTE FUNCTION author_gone_guard();
CREATE TRIGGER "entry_messages_author_gone" BEFORE INSERT ON "entry_messages"
  FOR EACH ROW EXECUTE FUNCTION author_gone_guard();
