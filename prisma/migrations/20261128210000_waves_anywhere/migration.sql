-- AlterTable
ALTER TABLE "waves" ALTER COLUMN "last_day" DROP NOT NULL;

-- CreateTable
CREATE TABLE "country_maps" (
    "country" TEXT NOT NULL,
    "shapes" JSONB NOT NULL,
    "credit" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "country_maps_pkey" PRIMARY KEY ("country")
);

-- Whoever starts a wave far away may not know every language; readers of the others are shown the one there is.
ALTER TABLE "waves"
  DROP CONSTRAINT "waves_names",
  ADD CONSTRAINT "waves_names" CHECK ("names" ?| array['en','kk','ru','tr'] AND jsonb_typeof("summary") = 'object');
ALTER TABLE "regions"
  DROP CONSTRAINT "regions_names",
  ADD CONSTRAINT "regions_names" CHECK ("names" ?| array['en','kk','ru','tr'] AND "short_names" ?| array['en','kk','ru','tr']);
ALTER TABLE "localities"
  DROP CONSTRAINT "localities_names",
  ADD CONSTRAINT "localities_names" CHECK ("names" ?| array['en','kk','ru','tr']);
ALTER TABLE "employers"
  DROP CONSTRAINT "employers_names",
  ADD CONSTRAINT "employers_names" CHECK ("names" ?| array['en','kk','ru','tr']);
ALTER TABLE "workforces"
  DROP CONSTRAINT "workforces_names",
  ADD CONSTRAINT "workforces_names" CHECK ("names" ?| array['en','kk','ru','tr'] AND "occupation" ?| array['en','kk','ru','tr']);
ALTER TABLE "country_maps"
  ADD CONSTRAINT "country_maps_country" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "country_maps_shapes" CHECK (jsonb_typeof("shapes") = 'object');
