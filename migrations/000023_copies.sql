-- Processes keep copies of finished plans and of who somebody is. Whatever makes such a copy wrong tells all of them,
-- whoever wrote it and by which way: a trigger cannot be forgotten as a call can.

-- A plan that had no version yet is kept by nobody, so that a thousand new plans tell nothing.
create function tell_plan_changed() returns trigger
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('strideiq_copies', 'plan ' || old.id);
  return null;
end
$$;

create trigger tell_plan_changed after update or delete on training_plans
for each row when (old.current_version is not null) execute function tell_plan_changed();

create function tell_person_changed() returns trigger
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('strideiq_copies', 'person ' || (to_jsonb(old) ->> tg_argv[0]));
  return null;
end
$$;

create trigger tell_session_changed after delete or update of account_id, expires_at on sessions
for each row execute function tell_person_changed('account_id');

create trigger tell_account_changed
after delete or update of name, email, role, banned, ban_expires on accounts
for each row execute function tell_person_changed('id');

create trigger tell_guest_changed after delete or update on guests
for each row execute function tell_person_changed('athlete_id');

create trigger tell_athlete_changed after delete or update of account_id on athletes
for each row execute function tell_person_changed('id');
