-- Answers name the revision from now on. Those that were taken over do not: each is rendered again when it is read.
delete from plan_snapshots;
