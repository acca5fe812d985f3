-- AlterTable
ALTER TABLE "users" ADD COLUMN     "approvals_from" TIMESTAMPTZ(3);

-- What was approved before an account was suspended, or moderated no longer, does not come back with it.
CREATE OR REPLACE FUNCTION approvals_in_force(of_entry uuid) RETURNS TABLE (moderator_id uuid, standing "chosen_standing")
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (d.moderator_id) d.moderator_id, coalesce(d.standing, 'normal')
  FROM decisions d JOIN entries e ON e.id = d.entry_id JOIN users m ON m.id = d.moderator_id
  WHERE e.id = of_entry AND d.entry_version = e.version AND d.verb = 'approve'
    AND m.role = 'moderator' AND m.state = 'active' AND m.deleted_at IS NULL
    AND (m.approvals_from IS NULL OR d.created_at > m.approvals_from)
    AND d.moderator_id <> e.author_id AND NOT are_tied(d.moderator_id, e.author_id)
    AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = e.id AND r.verb <> 'approve'), 0)
  ORDER BY d.moderator_id, d.id DESC
$$;
