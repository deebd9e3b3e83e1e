-- The heart rate at threshold that an athlete keeps: zones, load and the verdict on easy runs follow from it.
alter table athletes
  add column threshold_heart_rate smallint check (threshold_heart_rate between 80 and 220);

-- A guest that signs in brings it along, where the account has none.
create or replace function take_over_guest(guest uuid, athlete uuid) returns boolean
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

  -- What both have recorded is there already; the guest's own copy goes.
  delete from public.activities as one
  where one.athlete_id = guest
    and exists (select 1 from public.activities as own where own.athlete_id = athlete and own.id = one.id);
  update public.activities as one set athlete_id = athlete where one.athlete_id = guest;
  delete from public.activity_decisions as one
  where one.athlete_id = guest
    and exists (
      select 1 from public.activity_decisions as own
      where own.athlete_id = athlete and own.kind = one.kind
        and own.activity_id = one.activity_id and own.other_id = one.other_id
    );
  update public.activity_decisions as one set athlete_id = athlete where one.athlete_id = guest;
  update public.activity_imports as one set athlete_id = athlete where one.athlete_id = guest;

  update public.athletes as own
  set threshold_heart_rate = coalesce(own.threshold_heart_rate, brought.threshold_heart_rate)
  from public.athletes as brought
  where own.id = athlete and brought.id = guest;

  update public.audit_log as line set actor_id = athlete where line.actor_id = guest;
  update public.audit_log as line set subject_id = athlete::text where line.subject_id = guest::text;
  delete from public.athletes as one where one.id = guest;
  return true;
end
$$;
