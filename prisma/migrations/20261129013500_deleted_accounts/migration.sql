-- AlterTable
ALTER TABLE "invitations" ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

ALTER TABLE "invitations" ADD CONSTRAINT "invitations_note" CHECK (length("note") BETWEEN 1 AND 200);

-- What is left of a deleted account can do nothing, and never comes back.
ALTER TABLE "users" ADD CONSTRAINT "users_deleted" CHECK ("deleted_at" IS NULL OR ("state" = 'suspended' AND "role" = 'contributor'));
CREATE FUNCTION deleted_account_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.deleted_at IS NOT NULL THEN
    RAISE EXCEPTION 'account_deleted: a deleted account stays as it is';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "deleted_account_guard" BEFORE UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION deleted_account_guard();
