-- AlterTable
ALTER TABLE "sessions" DROP COLUMN "challenge";

-- CreateTable
CREATE TABLE "spent_challenges" (
    "challenge" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenges_pkey" PRIMARY KEY ("challenge")
);

ALTER TABLE "spent_challenges" ADD CONSTRAINT "spent_challenges_form" CHECK ("challenge" ~ '^[A-Za-z0-9_-]{43}$');
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_id" CHECK ("id" ~ '^[A-Za-z0-9_-]+$' AND length("id") <= 1400);

-- A passkey keeps its owner and its key, and its count never falls: a copy of it that lags behind opens nothing.
CREATE FUNCTION passkey_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id OR NEW.public_key <> OLD.public_key THEN
    RAISE EXCEPTION 'passkey_changed: of a passkey only its name and its count change';
  END IF;
  IF NEW.sign_count < OLD.sign_count THEN
    RAISE EXCEPTION 'passkey_count: how often a passkey signed only grows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "passkey_guard" BEFORE UPDATE ON "passkeys" FOR EACH ROW EXECUTE FUNCTION passkey_guard();
