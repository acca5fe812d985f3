-- A note on how figures were counted is a note on our own method, as one on what was not searched.
ALTER TABLE "coverage_notes" DROP CONSTRAINT "coverage_notes_cause";
ALTER TABLE "coverage_notes"
  ADD CONSTRAINT "coverage_notes_cause"
  CHECK ("cause" IN ('internet_cut', 'press_barred', 'not_searched', 'counted_differently', 'other'));
