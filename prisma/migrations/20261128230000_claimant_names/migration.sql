-- A claimant is found by its name in any language, however it is written, without reading every figure of a wave.
CREATE INDEX "figures_claimant_name" ON "figures"
  USING gin ((lower("claimant_name"::text COLLATE "pg_c_utf8")::jsonb) jsonb_path_ops)
  WHERE "claimant_name" IS NOT NULL;
