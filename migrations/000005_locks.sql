-- The second lock. The first is the athlete in every lookup; should one forget it, these rows stay hidden.
-- The application connects as a role that owns nothing and says, in each transaction, whose data it is about:
-- select set_config('app.athlete', '<id>', true). The owner, who only migrates, is not bound.

create function current_athlete() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.athlete', true), '')::uuid;

do $$
declare
  secured text;
begin
  foreach secured in array array[
    'guests', 'api_keys', 'consents', 'entitlements', 'idempotency_keys', 'athlete_goals',
    'athlete_questionnaires', 'training_plans', 'plan_versions', 'plan_snapshots', 'planned_workouts',
    'plan_adaptations', 'workout_completions', 'generation_logs'
  ] loop
    execute format('alter table %I enable row level security', secured);
    execute format(
      'create policy own_rows on %I using (athlete_id = (select current_athlete())) with check (athlete_id = (select current_athlete()))',
      secured
    );
  end loop;
end
$$;

alter table athletes enable row level security;
create policy own_row on athletes
  using (id = (select current_athlete()))
  with check (id = (select current_athlete()));

-- The narrow ways past the lock. Each finds or removes one kind of thing, and gives out ids only.

create function athlete_of_account(account uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select id from public.athletes where account_id = account;
end;

create function athlete_of_api_key(key_hash bytea)
returns table (key_id uuid, athlete_id uuid, scopes text[])
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select key.id, key.athlete_id, key.scopes
  from public.api_keys as key
  where key.hash = key_hash and key.revoked_at is null and (key.expires_at is null or key.expires_at > now());
end;

create function is_guest(athlete uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (select 1 from public.guests where guests.athlete_id = athlete and expires_at > now());
end;

-- Guests whose cookie has run out, with everything that was theirs; how many they were.
create function remove_expired_guests(most integer) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with removed as (
    delete from public.athletes
    where account_id is null
      and id in (select guest.athlete_id from public.guests as guest where guest.expires_at <= now() limit most)
    returning 1
  )
  select count(*) from removed;
end;
