-- Answers may lie outside of the database as well, where anybody could change them. Such a copy is used only when it is
-- byte for byte the answer that is stored here, which its digest tells.
alter table plan_snapshots add column digest bytea generated always as (sha256(snapshot)) stored;

-- Where plans stand, each for the athlete it belongs to: one question for all who read at the same moment. It tells
-- nothing of what is in a plan, and nothing at all about a plan that is somebody else's.
create function plan_states(asked_plans uuid[], asked_athletes uuid[])
returns table (plan_id uuid, athlete_id uuid, version integer, revision integer, digest bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select plan.id, plan.athlete_id, plan.current_version, plan.revision, answer.digest
  from unnest(asked_plans, asked_athletes) as asked (plan_id, athlete_id)
  join public.training_plans as plan on plan.id = asked.plan_id and plan.athlete_id = asked.athlete_id
  join public.plan_snapshots as answer
    on answer.plan_id = plan.id and answer.athlete_id = plan.athlete_id and answer.revision = plan.revision
  where plan.current_version is not null;
end;
