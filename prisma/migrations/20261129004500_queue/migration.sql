-- AlterTable
ALTER TABLE "entries" ADD COLUMN     "region_id" TEXT;

-- CreateTable
CREATE TABLE "entry_holds" (
    "entry_id" UUID NOT NULL,
    "moderator_id" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_holds_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "entry_messages" (
    "id" SERIAL NOT NULL,
    "entry_id" UUID NOT NULL,
    "writer_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "message_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_news" (
    "reader_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_news_pkey" PRIMARY KEY ("reader_id","entry_id")
);

-- CreateIndex
CREATE INDEX "entry_messages_entry_id_idx" ON "entry_messages"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_messages_writer_id_message_key_key" ON "entry_messages"("writer_id", "message_key");

-- CreateIndex
CREATE INDEX "entries_author_id_state_idx" ON "entries"("author_id", "state");

-- CreateIndex
CREATE INDEX "entries_author_id_updated_at_idx" ON "entries"("author_id", "updated_at");

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_holds" ADD CONSTRAINT "entry_holds_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_holds" ADD CONSTRAINT "entry_holds_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_messages" ADD CONSTRAINT "entry_messages_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_messages" ADD CONSTRAINT "entry_messages_writer_id_fkey" FOREIGN KEY ("writer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_news" ADD CONSTRAINT "entry_news_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_news" ADD CONSTRAINT "entry_news_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Messages: plain text of a person's length, kept as written, between an entry's author and moderators once it was sent.
ALTER TABLE "entry_messages"
  ADD CONSTRAINT "entry_messages_text" CHECK (length(trim("text")) > 0 AND length("text") <= 2000),
  ADD CONSTRAINT "entry_messages_key" CHECK (length("message_key") BETWEEN 8 AND 100);
CREATE FUNCTION entry_message_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry record;
BEGIN
  SELECT author_id, submitted_at INTO entry FROM entries WHERE id = NEW.entry_id;
  IF entry.submitted_at IS NULL THEN
    RAISE EXCEPTION 'message_about_draft: a draft is its author''s alone';
  END IF;
  IF entry.author_id <> NEW.writer_id
    AND NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.writer_id AND role = 'moderator' AND state = 'active') THEN
    RAISE EXCEPTION 'message_between_author_and_moderators: nobody else writes about an entry';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "entry_message_guard" BEFORE INSERT ON "entry_messages" FOR EACH ROW EXECUTE FUNCTION entry_message_guard();
CREATE TRIGGER "entry_messages_append_only" BEFORE UPDATE OR DELETE ON "entry_messages" FOR EACH ROW EXECUTE FUNCTION nothing_is_taken_back();
CREATE TRIGGER "entry_messages_keep_all" BEFORE TRUNCATE ON "entry_messages" FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_taken_back();
ALTER TABLE "entry_news" ADD CONSTRAINT "entry_news_count" CHECK ("count" > 0);

-- The region an entry speaks of, whatever kind of record it proposes: of its place, else of what it names.
CREATE FUNCTION region_of_place(region text, locality text, day text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(region, (
    SELECT l.region_id FROM locality_regions l WHERE l.locality_id = locality
    ORDER BY coalesce(l.valid_from::text <= day, true) AND coalesce(day < l.valid_to::text, true) DESC, l.valid_from DESC NULLS LAST
    LIMIT 1))
$$;
CREATE FUNCTION region_of_record(record_id text, day text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE found record;
BEGIN
  CASE left(split_part(record_id, '-', 2), 1)
    WHEN 'A' THEN SELECT a.region_id, a.locality_id INTO found FROM actions a WHERE a.id = record_id;
    WHEN 'E' THEN SELECT e.region_id, e.locality_id INTO found FROM events e WHERE e.id = record_id;
    WHEN 'W' THEN SELECT w.region_id, w.locality_id INTO found FROM workforces w WHERE w.id = record_id;
    WHEN 'C' THEN SELECT c.region_id, NULL AS locality_id INTO found FROM coverage_notes c WHERE c.id = record_id;
    WHEN 'H' THEN RETURN (SELECT region_of_record(h.workforce_id, day) FROM workforce_sizes h WHERE h.id = record_id);
    WHEN 'D' THEN RETURN (SELECT region_of_record(d.workforce_id, day) FROM demands d WHERE d.id = record_id);
    WHEN 'L' THEN RETURN (SELECT region_of_record(coalesce(s.as_action_id, s.to_action_id, s.workforce_id), day) FROM solidarities s WHERE s.id = record_id);
    WHEN 'F' THEN RETURN (SELECT coalesce(f.region_id, region_of_record(coalesce(f.action_id, f.event_id, f.workforce_id), day)) FROM figures f WHERE f.id = record_id);
    ELSE RETURN NULL;
  END CASE;
  RETURN region_of_place(found.region_id, found.locality_id, day);
END $$;
CREATE FUNCTION region_spoken_of(payload jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  day text := payload ->> 'date';
  place text := coalesce(payload ->> 'place', '');
  region text;
  named text;
BEGIN
  region := region_of_place(
    coalesce(nullif(payload ->> 'regionId', ''), substring(place FROM '^region (.+)$')),
    coalesce(nullif(payload ->> 'localityId', ''), substring(place FROM '^locality (.+)$')), day);
  FOREACH named IN ARRAY array['actionId', 'asActionId', 'eventId', 'workforceId', 'supported', 'recordId'] LOOP
    EXIT WHEN region IS NOT NULL;
    region := region_of_record(payload ->> named, day);
  END LOOP;
  -- A name of no region is no region: what was typed is the form's to refuse.
  RETURN (SELECT id FROM regions WHERE id = region);
END $$;
CREATE FUNCTION entry_region() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.region_id := region_spoken_of(NEW.payload);
  RETURN NEW;
END $$;
CREATE TRIGGER "entry_region" BEFORE INSERT OR UPDATE OF "payload" ON "entries" FOR EACH ROW EXECUTE FUNCTION entry_region();
UPDATE "entries" SET "region_id" = region_spoken_of("payload");

-- What waits, by author and by time: the turns of the queue, its counts and its filters are read from this alone.
CREATE INDEX "entries_turns" ON "entries" ("author_id", "submitted_at", "id")
  INCLUDE ("state", "kind", "record_kind", "wave_id", "region_id", "approvals_required", "batch_id")
  WHERE "state" IN ('submitted', 'approved_once');
CREATE INDEX "entries_waiting_longest" ON "entries" ("submitted_at") WHERE "state" IN ('submitted', 'approved_once');
