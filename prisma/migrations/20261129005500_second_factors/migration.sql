-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "awaits_second_factor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "challenge" TEXT,
ADD COLUMN     "confirmed_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "authenticators" (
    "user_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "last_step" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "authenticators_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "sign_count" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "passkeys_user_id_idx" ON "passkeys"("user_id");

-- AddForeignKey
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_last_step" CHECK ("last_step" > 0);
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_hash" CHECK ("code_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_name" CHECK (length("name") BETWEEN 1 AND 40),
  ADD CONSTRAINT "passkeys_sign_count" CHECK ("sign_count" >= 0);
-- Nobody who still has to take the second step has taken it already.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_one_step_after_the_other"
  CHECK (NOT ("awaits_second_factor" AND "confirmed_until" IS NOT NULL));

-- An account that nobody opens with a passphrase alone.
CREATE FUNCTION has_second_factor(account uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM authenticators WHERE user_id = account)
      OR EXISTS (SELECT 1 FROM passkeys WHERE user_id = account)
$$;

-- A code is taken once: the step of the last one only grows, until another app takes its place.
CREATE FUNCTION authenticator_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sealed_secret = OLD.sealed_secret AND NEW.last_step <= OLD.last_step THEN
    RAISE EXCEPTION 'code_taken_before: a code of an app is taken once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "authenticator_guard" BEFORE UPDATE ON "authenticators" FOR EACH ROW EXECUTE FUNCTION authenticator_guard();

-- Used once is used for good.
CREATE FUNCTION recovery_code_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL THEN
    RAISE EXCEPTION 'recovery_code_used: a recovery code stands once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recovery_code_guard" BEFORE UPDATE ON "recovery_codes" FOR EACH ROW EXECUTE FUNCTION recovery_code_guard();

-- Whoever decides has a second factor.
CREATE FUNCTION decision_second_factor_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT has_second_factor(NEW.moderator_id) THEN
    RAISE EXCEPTION 'decision_second_factor: only a moderator with a second factor decides';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "decision_second_factor_guard" BEFORE INSERT ON "decisions"
  FOR EACH ROW EXECUTE FUNCTION decision_second_factor_guard();
