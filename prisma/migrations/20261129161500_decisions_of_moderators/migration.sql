-- What a moderator decided a short while ago is asked at every step through the queue.
CREATE INDEX "decisions_moderator_id_created_at_idx" ON "decisions"("moderator_id", "created_at");
