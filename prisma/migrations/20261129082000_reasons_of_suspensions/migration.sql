-- Why an account is suspended, for administrators, and what its owner is told at sign-in; nothing once it may act again.
ALTER TABLE "users" ADD COLUMN     "suspended_at" TIMESTAMPTZ(3),
ADD COLUMN     "suspension_message" TEXT,
ADD COLUMN     "suspension_reason" TEXT;

ALTER TABLE "users" ADD CONSTRAINT "users_suspension_check" CHECK (
  state = 'suspended' AND deleted_at IS NULL
  OR suspended_at IS NULL AND suspension_reason IS NULL AND suspension_message IS NULL
);
