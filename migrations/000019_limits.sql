-- Days that no runner of this installation lives in, and paces that nobody runs. Rows from before are left as they are.
alter table athlete_goals add constraint race_in_a_lifetime
  check (race_date between date '2000-01-01' and date '2098-12-31') not valid;
alter table workout_completions add constraint run_in_a_lifetime
  check (done_on between date '2000-01-01' and date '2098-12-31') not valid;
-- The fastest human being over any distance runs 12.4 metres a second for a moment. Watches may err; who tells may not.
alter table workout_completions add constraint told_as_run_by_a_human_being
  check (source <> 'manual' or metres is null or seconds is null or metres <= 12 * seconds) not valid;

-- Lines of the audit that name somebody, for the export of what is kept of them.
create index audit_log_of_actor on audit_log (actor_id, id) where actor_id is not null;
