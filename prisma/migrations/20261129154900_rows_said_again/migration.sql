-- AlterTable
ALTER TABLE "import_rows" ADD COLUMN     "key" TEXT,
ADD COLUMN     "same_as" INTEGER;

-- CreateIndex
CREATE INDEX "import_rows_batch_id_key_idx" ON "import_rows"("batch_id", "key");
