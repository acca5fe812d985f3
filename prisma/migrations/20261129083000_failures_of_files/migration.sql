-- AlterTable
ALTER TABLE "import_batches" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0;
