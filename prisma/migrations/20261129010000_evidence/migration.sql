-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "entry_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "image" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_entry_id_digest_key" ON "evidence"("entry_id", "digest");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what the server made anew: WebP, of a bounded size. What a camera or a phone wrote is neither.
ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_made_anew" CHECK (
    substring("image" FROM 1 FOR 4) = '\x52494646'::bytea AND substring("image" FROM 9 FOR 4) = '\x57454250'::bytea),
  ADD CONSTRAINT "evidence_bounded" CHECK (octet_length("image") <= 4194304),
  ADD CONSTRAINT "evidence_measured" CHECK ("width" BETWEEN 1 AND 2560 AND "height" BETWEEN 1 AND 2560);

-- At most four of an entry, and only before it was approved or decided; a row is written once.
CREATE FUNCTION evidence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry_state entry_state;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'evidence_unchanged: a photograph is kept or deleted, never changed';
  END IF;
  SELECT e.state INTO entry_state FROM entries e WHERE e.id = NEW.entry_id FOR UPDATE;
  IF entry_state NOT IN ('draft', 'submitted', 'changes_requested') THEN
    RAISE EXCEPTION 'evidence_closed: nothing is added to an entry that is %', entry_state;
  END IF;
  IF (SELECT count(*) FROM evidence v WHERE v.entry_id = NEW.entry_id) >= 4 THEN
    RAISE EXCEPTION 'evidence_many: at most four photographs of an entry';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_guard" BEFORE INSERT OR UPDATE ON "evidence" FOR EACH ROW EXECUTE FUNCTION evidence_guard();

-- A photograph is there for the decision: whichever way an entry is closed, it goes in the same transaction.
CREATE FUNCTION evidence_ends_with_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM evidence WHERE entry_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "evidence_ends_with_decision" AFTER UPDATE OF "state" ON "entries" FOR EACH ROW
  WHEN (NEW.state IN ('published', 'rejected', 'unverifiable', 'withdrawn'))
  EXECUTE FUNCTION evidence_ends_with_decision();
