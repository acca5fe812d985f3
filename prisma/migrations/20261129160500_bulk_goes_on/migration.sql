-- From now on what is under way goes on by itself. What was left in the middle, whenever that was, begins only when it is asked to.
UPDATE "bulk_decisions" SET "state" = 'stopped' WHERE "state" = 'running';
