-- CreateEnum
CREATE TYPE "role" AS ENUM ('contributor', 'moderator', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "account_state" AS ENUM ('active', 'suspended');

-- CreateEnum
CREATE TYPE "action_type" AS ENUM ('strike', 'rally', 'march', 'blockade', 'occupation', 'other');

-- CreateEnum
CREATE TYPE "scope" AS ENUM ('workplace', 'employer', 'sector', 'region', 'national');

-- CreateEnum
CREATE TYPE "stoppage" AS ENUM ('yes', 'no', 'unclear');

-- CreateEnum
CREATE TYPE "place_precision" AS ENUM ('site', 'locality', 'unnamed_localities', 'region', 'country');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('government_measure', 'repression', 'intervention', 'settlement', 'disaster', 'other');

-- CreateEnum
CREATE TYPE "demand_kind" AS ENUM ('wages', 'conditions', 'union_rights', 'prices', 'political', 'rights');

-- CreateEnum
CREATE TYPE "supporter_kind" AS ENUM ('workforce', 'organisation', 'public', 'country');

-- CreateEnum
CREATE TYPE "solidarity_kind" AS ENUM ('solidarity_strike', 'rally', 'statement', 'fund', 'refusal_to_handle_work');

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('confirmed', 'claimed', 'contradicted');

-- CreateEnum
CREATE TYPE "measure" AS ENUM ('workers_directly_involved', 'workers_indirectly_involved', 'participation_rate', 'days_not_worked', 'attendance', 'places', 'arrests', 'injuries', 'deaths', 'production_share_stopped');

-- CreateEnum
CREATE TYPE "basis" AS ENUM ('on_day', 'peak', 'average', 'cumulative');

-- CreateEnum
CREATE TYPE "claimant" AS ENUM ('employer', 'union', 'workers', 'state', 'press', 'organisers', 'researchers', 'other');

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('preferred', 'normal', 'deprecated');

-- CreateEnum
CREATE TYPE "unit" AS ENUM ('people', 'percent', 'days', 'places', 'tenge', 'currency');

-- CreateEnum
CREATE TYPE "unknown_reason" AS ENUM ('not_reported', 'no_source', 'withheld', 'blackout');

-- CreateEnum
CREATE TYPE "precision" AS ENUM ('minute', 'hour', 'part_of_day', 'day', 'inferred', 'week', 'month', 'none');

-- CreateEnum
CREATE TYPE "figure_subject" AS ENUM ('action', 'event', 'region', 'wave');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('press', 'agency', 'official', 'company', 'union', 'organisation', 'social_media', 'research', 'reference', 'other');

-- CreateEnum
CREATE TYPE "source_tier" AS ENUM ('one', 'two');

-- CreateEnum
CREATE TYPE "reliability" AS ENUM ('a', 'b', 'c');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('new_record', 'correction', 'retraction');

-- CreateEnum
CREATE TYPE "entry_state" AS ENUM ('draft', 'submitted', 'changes_requested', 'approved_once', 'published', 'rejected', 'unverifiable', 'withdrawn');

-- CreateEnum
CREATE TYPE "decision_verb" AS ENUM ('request_changes', 'approve', 'reject', 'mark_unverifiable', 'reopen');

-- CreateEnum
CREATE TYPE "record_kind" AS ENUM ('workforce', 'workforce_size', 'action', 'figure', 'source', 'event', 'demand', 'solidarity', 'coverage_note');

-- CreateEnum
CREATE TYPE "record_state" AS ENUM ('published', 'retracted');

-- CreateEnum
CREATE TYPE "wave_state" AS ENUM ('draft', 'live', 'closed');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "handle" TEXT NOT NULL,
    "handle_key" TEXT NOT NULL,
    "passphrase_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "state" "account_state" NOT NULL DEFAULT 'active',
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id_hash" TEXT NOT NULL,
    "label" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limiter_flexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "rate_limiter_flexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "employers" (
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "other_names" TEXT[],
    "isic" TEXT,
    "links" TEXT[],
    "note" JSONB,

    CONSTRAINT "employers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ownerships" (
    "id" SERIAL NOT NULL,
    "employer_id" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "share_percent" DOUBLE PRECISION,
    "as_of" DATE,
    "source_id" TEXT,

    CONSTRAINT "ownerships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workforces" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "occupation" JSONB NOT NULL,
    "other_names" TEXT[],
    "employer_id" TEXT,
    "locality_id" TEXT,
    "region_id" TEXT,
    "whole_employer" BOOLEAN NOT NULL DEFAULT false,
    "note" JSONB,

    CONSTRAINT "workforces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workforce_sizes" (
    "id" TEXT NOT NULL,
    "workforce_id" TEXT NOT NULL,
    "scope_note" JSONB,
    "comparable" BOOLEAN NOT NULL DEFAULT false,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "unit" "unit" NOT NULL DEFAULT 'people',
    "approximate" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT,
    "words_language" TEXT,
    "rule_id" TEXT,
    "rule_version" INTEGER,
    "unknown" "unknown_reason",
    "as_of_earliest" TIMESTAMPTZ(3) NOT NULL,
    "as_of_latest" TIMESTAMPTZ(3) NOT NULL,
    "as_of_precision" "precision" NOT NULL,
    "claimant" "claimant" NOT NULL,
    "claimant_name" JSONB,
    "standing" "standing" NOT NULL DEFAULT 'normal',
    "standing_reason" JSONB,

    CONSTRAINT "workforce_sizes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actions" (
    "id" TEXT NOT NULL,
    "type" "action_type" NOT NULL,
    "general" BOOLEAN NOT NULL DEFAULT false,
    "solidarity" BOOLEAN NOT NULL DEFAULT false,
    "political" BOOLEAN NOT NULL DEFAULT false,
    "stoppage" "stoppage" NOT NULL,
    "scope" "scope" NOT NULL,
    "locality_id" TEXT,
    "region_id" TEXT,
    "place_precision" "place_precision" NOT NULL,
    "place_inferred" BOOLEAN NOT NULL DEFAULT false,
    "site" JSONB,
    "participants" JSONB,
    "start_earliest" TIMESTAMPTZ(3) NOT NULL,
    "start_latest" TIMESTAMPTZ(3) NOT NULL,
    "start_precision" "precision" NOT NULL,
    "end_earliest" TIMESTAMPTZ(3),
    "end_latest" TIMESTAMPTZ(3),
    "end_precision" "precision",
    "open_end" BOOLEAN NOT NULL DEFAULT false,
    "last_known_at" TIMESTAMPTZ(3),
    "certainty" "certainty" NOT NULL,
    "note" JSONB,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_workforces" (
    "action_id" TEXT NOT NULL,
    "workforce_id" TEXT NOT NULL,

    CONSTRAINT "action_workforces_pkey" PRIMARY KEY ("action_id","workforce_id")
);

-- CreateTable
CREATE TABLE "action_demands" (
    "action_id" TEXT NOT NULL,
    "demand_id" TEXT NOT NULL,

    CONSTRAINT "action_demands_pkey" PRIMARY KEY ("action_id","demand_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "kind" "event_kind" NOT NULL,
    "text" JSONB NOT NULL,
    "actor" JSONB,
    "locality_id" TEXT,
    "region_id" TEXT,
    "place_precision" "place_precision" NOT NULL,
    "start_earliest" TIMESTAMPTZ(3) NOT NULL,
    "start_latest" TIMESTAMPTZ(3) NOT NULL,
    "start_precision" "precision" NOT NULL,
    "end_earliest" TIMESTAMPTZ(3),
    "end_latest" TIMESTAMPTZ(3),
    "end_precision" "precision",
    "certainty" "certainty" NOT NULL,
    "note" JSONB,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_demands" (
    "event_id" TEXT NOT NULL,
    "demand_id" TEXT NOT NULL,
    "outcome" JSONB,

    CONSTRAINT "event_demands_pkey" PRIMARY KEY ("event_id","demand_id")
);

-- CreateTable
CREATE TABLE "demands" (
    "id" TEXT NOT NULL,
    "kind" "demand_kind" NOT NULL,
    "text" JSONB NOT NULL,
    "raised_by" JSONB NOT NULL,
    "workforce_id" TEXT,
    "start_earliest" TIMESTAMPTZ(3) NOT NULL,
    "start_latest" TIMESTAMPTZ(3) NOT NULL,
    "start_precision" "precision" NOT NULL,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "unit" "unit",
    "words" TEXT,
    "note" JSONB,

    CONSTRAINT "demands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "solidarities" (
    "id" TEXT NOT NULL,
    "kind" "solidarity_kind" NOT NULL,
    "supporter_kind" "supporter_kind" NOT NULL,
    "supporter_name" JSONB NOT NULL,
    "workforce_id" TEXT,
    "from_country" TEXT NOT NULL,
    "to_action_id" TEXT,
    "as_action_id" TEXT,
    "text" JSONB NOT NULL,
    "start_earliest" TIMESTAMPTZ(3) NOT NULL,
    "start_latest" TIMESTAMPTZ(3) NOT NULL,
    "start_precision" "precision" NOT NULL,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "unit" "unit",
    "unknown" "unknown_reason",
    "words" TEXT,
    "note" JSONB,

    CONSTRAINT "solidarities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "id" TEXT NOT NULL,
    "subject" "figure_subject" NOT NULL,
    "action_id" TEXT,
    "event_id" TEXT,
    "region_id" TEXT,
    "workforce_id" TEXT,
    "measure" "measure" NOT NULL,
    "basis" "basis" NOT NULL,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "unit" "unit" NOT NULL,
    "approximate" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT,
    "words_language" TEXT,
    "rule_id" TEXT,
    "rule_version" INTEGER,
    "unknown" "unknown_reason",
    "as_of_earliest" TIMESTAMPTZ(3) NOT NULL,
    "as_of_latest" TIMESTAMPTZ(3) NOT NULL,
    "as_of_precision" "precision" NOT NULL,
    "claimant" "claimant" NOT NULL,
    "claimant_name" JSONB,
    "standing" "standing" NOT NULL DEFAULT 'normal',
    "standing_reason" JSONB,
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "dispute_reason" JSONB,
    "note" JSONB,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" TEXT NOT NULL,
    "url" TEXT,
    "archived_url" TEXT,
    "publisher" TEXT,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "published_on" DATE,
    "kind" "source_kind" NOT NULL,
    "tier" "source_tier" NOT NULL,
    "origin" TEXT,
    "note" JSONB,
    "confidential_note" TEXT,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" SERIAL NOT NULL,
    "record_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "words" TEXT,
    "words_language" TEXT,
    "reliability" "reliability",
    "contradicts" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_notes" (
    "id" TEXT NOT NULL,
    "region_id" TEXT,
    "cause" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "start_earliest" TIMESTAMPTZ(3) NOT NULL,
    "start_latest" TIMESTAMPTZ(3) NOT NULL,
    "start_precision" "precision" NOT NULL,
    "end_earliest" TIMESTAMPTZ(3),
    "end_latest" TIMESTAMPTZ(3),
    "end_precision" "precision",

    CONSTRAINT "coverage_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entries" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "wave_id" TEXT NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_id" TEXT,
    "base_revision" INTEGER,
    "payload" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "entry_state" NOT NULL DEFAULT 'draft',
    "approvals_required" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "submission_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_versions" (
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_versions_pkey" PRIMARY KEY ("entry_id","version")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" SERIAL NOT NULL,
    "entry_id" UUID NOT NULL,
    "entry_version" INTEGER NOT NULL,
    "verb" "decision_verb" NOT NULL,
    "reason" TEXT,
    "moderator_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "before_hash" TEXT,
    "after_hash" TEXT,
    "prev_hash" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "regions" (
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "codes" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "short_names" JSONB NOT NULL,
    "capital_id" TEXT,
    "part_of_id" TEXT,
    "population" INTEGER,
    "population_on" DATE,
    "population_note" TEXT,
    "time_zone" TEXT NOT NULL,
    "utc_offsets" JSONB NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "note" TEXT,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "localities" (
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "geonames_id" INTEGER,
    "name_sources" TEXT,
    "note" TEXT,

    CONSTRAINT "localities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "locality_spellings" (
    "id" SERIAL NOT NULL,
    "locality_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "locality_spellings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "locality_regions" (
    "id" SERIAL NOT NULL,
    "locality_id" TEXT NOT NULL,
    "region_id" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "locality_regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waves" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "country" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "state" "wave_state" NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_counters" (
    "wave_id" TEXT NOT NULL,
    "kind" "record_kind" NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "record_counters_pkey" PRIMARY KEY ("wave_id","kind")
);

-- CreateTable
CREATE TABLE "records" (
    "id" TEXT NOT NULL,
    "wave_id" TEXT NOT NULL,
    "kind" "record_kind" NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "record_state" NOT NULL DEFAULT 'published',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retracted_reason" TEXT,
    "loaded_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" SERIAL NOT NULL,
    "record_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3),
    "valid_to" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entry_id" UUID,
    "retracts" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "version" SERIAL NOT NULL,
    "wave_id" TEXT NOT NULL,
    "record_id" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_handle_key_key" ON "users"("handle_key");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_used_by_id_key" ON "invitations"("used_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "ownerships_employer_id_owner_name_key" ON "ownerships"("employer_id", "owner_name");

-- CreateIndex
CREATE UNIQUE INDEX "workforces_slug_key" ON "workforces"("slug");

-- CreateIndex
CREATE INDEX "workforce_sizes_workforce_id_idx" ON "workforce_sizes"("workforce_id");

-- CreateIndex
CREATE INDEX "actions_region_id_idx" ON "actions"("region_id");

-- CreateIndex
CREATE INDEX "actions_start_earliest_idx" ON "actions"("start_earliest");

-- CreateIndex
CREATE INDEX "figures_action_id_idx" ON "figures"("action_id");

-- CreateIndex
CREATE INDEX "figures_workforce_id_idx" ON "figures"("workforce_id");

-- CreateIndex
CREATE INDEX "figures_region_id_idx" ON "figures"("region_id");

-- CreateIndex
CREATE INDEX "figures_event_id_idx" ON "figures"("event_id");

-- CreateIndex
CREATE INDEX "sources_url_idx" ON "sources"("url");

-- CreateIndex
CREATE INDEX "citations_source_id_idx" ON "citations"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "citations_record_id_source_id_key" ON "citations"("record_id", "source_id");

-- CreateIndex
CREATE INDEX "entries_state_submitted_at_idx" ON "entries"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "entries_author_id_submission_key_key" ON "entries"("author_id", "submission_key");

-- CreateIndex
CREATE INDEX "decisions_entry_id_entry_version_idx" ON "decisions"("entry_id", "entry_version");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_prev_hash_key" ON "audit_events"("prev_hash");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_hash_key" ON "audit_events"("hash");

-- CreateIndex
CREATE INDEX "audit_events_object_type_object_id_idx" ON "audit_events"("object_type", "object_id");

-- CreateIndex
CREATE INDEX "regions_country_idx" ON "regions"("country");

-- CreateIndex
CREATE UNIQUE INDEX "locality_spellings_locality_id_text_key" ON "locality_spellings"("locality_id", "text");

-- CreateIndex
CREATE UNIQUE INDEX "locality_regions_locality_id_region_id_key" ON "locality_regions"("locality_id", "region_id");

-- CreateIndex
CREATE UNIQUE INDEX "waves_code_key" ON "waves"("code");

-- CreateIndex
CREATE UNIQUE INDEX "waves_slug_key" ON "waves"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "records_wave_id_kind_number_key" ON "records"("wave_id", "kind", "number");

-- CreateIndex
CREATE INDEX "revisions_recorded_at_idx" ON "revisions"("recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_record_id_number_key" ON "revisions"("record_id", "number");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workforces" ADD CONSTRAINT "workforces_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workforces" ADD CONSTRAINT "workforces_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workforces" ADD CONSTRAINT "workforces_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workforces" ADD CONSTRAINT "workforces_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workforce_sizes" ADD CONSTRAINT "workforce_sizes_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workforce_sizes" ADD CONSTRAINT "workforce_sizes_workforce_id_fkey" FOREIGN KEY ("workforce_id") REFERENCES "workforces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_workforces" ADD CONSTRAINT "action_workforces_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "actions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_workforces" ADD CONSTRAINT "action_workforces_workforce_id_fkey" FOREIGN KEY ("workforce_id") REFERENCES "workforces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_demands" ADD CONSTRAINT "action_demands_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "actions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_demands" ADD CONSTRAINT "action_demands_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demands"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_demands" ADD CONSTRAINT "event_demands_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_demands" ADD CONSTRAINT "event_demands_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demands"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demands" ADD CONSTRAINT "demands_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demands" ADD CONSTRAINT "demands_workforce_id_fkey" FOREIGN KEY ("workforce_id") REFERENCES "workforces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solidarities" ADD CONSTRAINT "solidarities_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solidarities" ADD CONSTRAINT "solidarities_workforce_id_fkey" FOREIGN KEY ("workforce_id") REFERENCES "workforces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solidarities" ADD CONSTRAINT "solidarities_to_action_id_fkey" FOREIGN KEY ("to_action_id") REFERENCES "actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solidarities" ADD CONSTRAINT "solidarities_as_action_id_fkey" FOREIGN KEY ("as_action_id") REFERENCES "actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_workforce_id_fkey" FOREIGN KEY ("workforce_id") REFERENCES "workforces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_notes" ADD CONSTRAINT "coverage_notes_id_fkey" FOREIGN KEY ("id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_notes" ADD CONSTRAINT "coverage_notes_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_versions" ADD CONSTRAINT "entry_versions_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regions" ADD CONSTRAINT "regions_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality_spellings" ADD CONSTRAINT "locality_spellings_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality_regions" ADD CONSTRAINT "locality_regions_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality_regions" ADD CONSTRAINT "locality_regions_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_counters" ADD CONSTRAINT "record_counters_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE SET NULL ON UPDATE CASCADE;

