-- CreateTable
CREATE TABLE "restorations" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "restorations_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "restorations_token_hash_key" ON "restorations"("token_hash");

-- AddForeignKey
ALTER TABLE "restorations" ADD CONSTRAINT "restorations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "restorations" ADD CONSTRAINT "restorations_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
