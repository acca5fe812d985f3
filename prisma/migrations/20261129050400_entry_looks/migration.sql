-- CreateTable
CREATE TABLE "entry_looks" (
    "reader_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "before" INTEGER,

    CONSTRAINT "entry_looks_pkey" PRIMARY KEY ("reader_id","entry_id")
);

-- AddForeignKey
ALTER TABLE "entry_looks" ADD CONSTRAINT "entry_looks_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_looks" ADD CONSTRAINT "entry_looks_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "entry_looks" ADD CONSTRAINT "entry_looks_ordered" CHECK ("before" < "version");
