-- AlterTable
ALTER TABLE "entry_messages" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- The one exception to messages that stay as they were written: a text that points to a person is taken out, for good.
ALTER TABLE "entry_messages" DROP CONSTRAINT "entry_messages_text",
  ADD CONSTRAINT "entry_messages_text" CHECK (length("text") <= 2000 AND (length(trim("text")) > 0) = ("erased_at" IS NULL)),
  ADD CONSTRAINT "entry_messages_erased" CHECK ("erased_at" IS NULL OR "text" = '');
CREATE FUNCTION entry_message_erased_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
    OR to_jsonb(NEW) - ARRAY['text', 'message_key', 'erased_at'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['text', 'message_key', 'erased_at'] THEN
    RAISE EXCEPTION 'append_only: % keeps every row as it was written', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER "entry_messages_append_only" ON "entry_messages";
CREATE TRIGGER "entry_messages_append_only" BEFORE DELETE ON "entry_messages" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "entry_message_erased_guard" BEFORE UPDATE ON "entry_messages" FOR EACH ROW EXECUTE FUNCTION entry_message_erased_guard();
