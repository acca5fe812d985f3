-- CreateEnum
CREATE TYPE "region_spelling_kind" AS ENUM ('former', 'official', 'other', 'misspelt');

-- AlterTable
ALTER TABLE "regions" ADD COLUMN     "population_source" JSONB;

-- CreateTable
CREATE TABLE "region_spellings" (
    "id" SERIAL NOT NULL,
    "region_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "kind" "region_spelling_kind" NOT NULL,
    "until" TEXT,
    "since" TEXT,

    CONSTRAINT "region_spellings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "region_spellings_region_id_text_key" ON "region_spellings"("region_id", "text");

-- AddForeignKey
ALTER TABLE "region_spellings" ADD CONSTRAINT "region_spellings_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "region_spellings"
  ADD CONSTRAINT "region_spellings_until" CHECK ("until" ~ '^\d{4}-\d{2}(-\d{2})?$'),
  ADD CONSTRAINT "region_spellings_since" CHECK ("since" ~ '^\d{4}-\d{2}(-\d{2})?$');

-- Other names stood among the codes, as spelling1 and so on: they come from the files with what each of them is.
UPDATE "regions" SET "codes" = (
  SELECT coalesce(jsonb_object_agg("key", "value"), '{}') FROM jsonb_each("codes") WHERE "key" NOT LIKE 'spelling%'
);
