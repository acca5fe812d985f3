-- CreateEnum
CREATE TYPE "bulk_state" AS ENUM ('prepared', 'running', 'stopped', 'done');

-- CreateEnum
CREATE TYPE "bulk_outcome" AS ENUM ('decided', 'untouched');

-- CreateTable
CREATE TABLE "bulk_decisions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "moderator_id" UUID NOT NULL,
    "verb" "decision_verb" NOT NULL,
    "reason" TEXT,
    "filter" TEXT NOT NULL,
    "matched" INTEGER NOT NULL,
    "with_held" BOOLEAN NOT NULL,
    "state" "bulk_state" NOT NULL DEFAULT 'prepared',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_items" (
    "bulk_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "entry_version" INTEGER NOT NULL,
    "foresees" "entry_state",
    "outcome" "bulk_outcome",
    "because" TEXT,

    CONSTRAINT "bulk_items_pkey" PRIMARY KEY ("bulk_id","position")
);

-- CreateIndex
CREATE INDEX "bulk_decisions_moderator_id_state_idx" ON "bulk_decisions"("moderator_id", "state");

-- CreateIndex
CREATE INDEX "bulk_items_bulk_id_outcome_position_idx" ON "bulk_items"("bulk_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "bulk_items_entry_id_idx" ON "bulk_items"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_items_bulk_id_entry_id_key" ON "bulk_items"("bulk_id", "entry_id");

-- AddForeignKey
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was foreseen and how it ended are written once; whoever cannot be decided about is told why.
ALTER TABLE "bulk_decisions"
  ADD CONSTRAINT "bulk_decisions_reason" CHECK ("verb" = 'approve' OR length(trim("reason")) > 0);
ALTER TABLE "bulk_items"
  ADD CONSTRAINT "bulk_items_untouched_because" CHECK (("outcome" IS NOT DISTINCT FROM 'untouched') = ("because" IS NOT NULL)),
  ADD CONSTRAINT "bulk_items_foreseen_or_untouched" CHECK ("foresees" IS NOT NULL OR "outcome" IS NOT DISTINCT FROM 'untouched');
CREATE FUNCTION bulk_item_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome IS NOT NULL OR ROW(NEW.bulk_id, NEW.position, NEW.entry_id, NEW.entry_version, NEW.foresees)
    IS DISTINCT FROM ROW(OLD.bulk_id, OLD.position, OLD.entry_id, OLD.entry_version, OLD.foresees) THEN
    RAISE EXCEPTION 'bulk_item_once: what was foreseen and how it ended never change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "bulk_item_guard" BEFORE UPDATE ON "bulk_items" FOR EACH ROW EXECUTE FUNCTION bulk_item_guard();
