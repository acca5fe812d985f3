-- What a proposal of a new record is about, as far as its form says it in one spelling: of a claim whose and when, of anything else when.
CREATE FUNCTION told_of(kind "record_kind", payload jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(payload ->> 'date', '') || CASE WHEN kind IN ('figure', 'workforce_size')
    THEN ' ' || coalesce(payload ->> 'workforceId', '') || ' ' || coalesce(payload ->> 'about', '') ELSE '' END
$$;

-- What waits beside what is about the same, so that two who say the same are found without reading all that waits.
CREATE INDEX "entries_waiting_beside" ON "entries" ("wave_id", "record_kind", told_of("record_kind", "payload"), "submitted_at")
  WHERE "kind" = 'new_record' AND "state" IN ('submitted', 'approved_once');
