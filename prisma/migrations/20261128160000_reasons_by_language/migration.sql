-- A reason is a text by language. A list of the names of languages has those names in it too.
ALTER TABLE "revisions" DROP CONSTRAINT "revisions_reason";
ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_reason"
  CHECK ("reason" IS NULL OR (jsonb_typeof("reason") = 'object' AND "reason" ?| array['en','kk','ru','tr']));
