-- A guest that signs in to an account it already has hands over what it made. What names an owner next to what
-- it belongs to follows when that changes hands.
do $$
declare
  owned record;
begin
  for owned in
    select constraint_of.conname, constraint_of.conrelid::regclass as owner_of,
      pg_get_constraintdef(constraint_of.oid) as definition
    from pg_constraint as constraint_of
    join pg_attribute as owner
      on owner.attrelid = constraint_of.confrelid and owner.attname = 'athlete_id'
      and owner.attnum = any (constraint_of.confkey)
    where constraint_of.contype = 'f' and constraint_of.connamespace = 'public'::regnamespace
      and constraint_of.confupdtype <> 'c'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s on update cascade',
      owned.owner_of, owned.conname, owned.conname, owned.definition);
  end loop;
end
$$;

-- One more narrow way past the lock: gives everything of a guest to the athlete of an account, and removes the
-- guest. False, and nothing is done, for what is no guest any more. Answers kept for a retry stay behind: whoever
-- retries is somebody else now.
create function take_over_guest(guest uuid, athlete uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  lasting uuid;
  earlier uuid[];
begin
  -- Who writes for the guest at this moment is waited for; who comes later finds it gone.
  perform 1 from public.athletes as one where one.id = guest and one.account_id is null for update;
  if not found or not public.is_guest(guest) then return false; end if;
  perform 1 from public.athletes as one where one.id = athlete and one.account_id is not null for update;
  if not found then return false; end if;

  -- Of two consents in force the one given last stays, and covers the answers of both.
  select consent.id into lasting
  from public.consents as consent
  where consent.athlete_id in (guest, athlete) and consent.withdrawn_at is null
  order by consent.given_at desc, consent.id desc
  limit 1;
  earlier := array(
    select consent.id from public.consents as consent
    where consent.athlete_id in (guest, athlete) and consent.withdrawn_at is null and consent.id <> lasting
  );
  update public.consents as consent set withdrawn_at = greatest(now(), consent.given_at)
  where consent.id = any (earlier);
  update public.consents as consent set athlete_id = athlete where consent.athlete_id = guest;
  update public.athlete_questionnaires as telling set athlete_id = athlete where telling.athlete_id = guest;
  update public.athlete_questionnaires as telling set consent_id = lasting
  where telling.consent_id = any (earlier);

  -- Plans before jobs, as workers take them.
  update public.athlete_goals as goal set athlete_id = athlete where goal.athlete_id = guest;
  update public.training_plans as plan set athlete_id = athlete where plan.athlete_id = guest;
  update public.plan_adaptations as change set actor_id = athlete where change.actor_id = guest;
  update public.jobs as job set athlete_id = athlete where job.athlete_id = guest;
  update public.api_keys as key set athlete_id = athlete where key.athlete_id = guest;
  update public.entitlements as product set athlete_id = athlete where product.athlete_id = guest;

  update public.audit_log as line set actor_id = athlete where line.actor_id = guest;
  update public.audit_log as line set subject_id = athlete::text where line.subject_id = guest::text;
  delete from public.athletes as one where one.id = guest;
  return true;
end
$$;
