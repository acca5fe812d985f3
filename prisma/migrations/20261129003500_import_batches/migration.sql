-- Files of proposals: each row becomes an entry, and all of them are one batch of the queue.
-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('uploaded', 'checking', 'checked', 'sending', 'done', 'cancelled', 'withdrawing', 'withdrawn');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('waiting', 'ready', 'wrong', 'sent', 'double');

-- AlterTable
ALTER TABLE "entries" ADD COLUMN     "batch_id" UUID;

-- CreateTable
CREATE TABLE "import_batches" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "wave_id" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "encoding" TEXT,
    "delimiter" TEXT NOT NULL,
    "header" TEXT[],
    "columns" JSONB NOT NULL,
    "mapping" JSONB,
    "worker" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" "import_outcome" NOT NULL DEFAULT 'waiting',
    "problems" JSONB,
    "entry_id" UUID,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("batch_id","number")
);

-- CreateIndex
CREATE INDEX "import_batches_author_id_created_at_idx" ON "import_batches"("author_id", "created_at");

-- CreateIndex
CREATE INDEX "import_batches_state_idx" ON "import_batches"("state");

-- CreateIndex
CREATE INDEX "import_rows_batch_id_outcome_number_idx" ON "import_rows"("batch_id", "outcome", "number");

-- CreateIndex
CREATE INDEX "entries_batch_id_state_idx" ON "entries"("batch_id", "state");

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;
