-- What a plan is told of pain, illness or a warning sign is kept while a consent to it is in force, as answers about
-- health are. What remains without one says that easy running was asked for, and nothing of why: by the laws the plan
-- is just as easy.

-- One more narrow way past the lock, for versions and the ledger, which nobody may change else: versions of the
-- transaction's own athlete, packed anew by the service without those words, when no consent is in force any more.
-- `told` says which of them came from such words themselves.
create function forget_health_words(athlete uuid, plans uuid[], versions integer[], told boolean[], packings bytea[])
returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if athlete is distinct from public.current_athlete() or exists (
    select 1 from public.consents as consent where consent.athlete_id = athlete and consent.withdrawn_at is null
  ) then
    return;
  end if;
  -- Reasons repeat what was told, and what undid a change repeats its reason.
  with recursive lines as (
    select line.id, line.undone_by
    from unnest(plans, versions, told) as version (plan_id, number, is_told)
    join public.plan_adaptations as line on line.plan_id = version.plan_id and line.to_version = version.number
    where version.is_told and line.athlete_id = athlete and line.kind not in ('option', 'undone', 'restored')
    union
    select next.id, next.undone_by
    from lines join public.plan_adaptations as next on next.id = lines.undone_by and next.athlete_id = athlete
  )
  update public.plan_adaptations as line
  set reason = case line.kind when 'undone' then 'Undone: easy running only' else 'Easy running only' end
  where line.id in (select id from lines);

  update public.plan_versions as version
  set document = null, packed = anew.packing, snapshot = null
  from unnest(plans, versions, packings) as anew (plan_id, number, packing)
  where version.plan_id = anew.plan_id and version.version = anew.number and version.athlete_id = athlete;

  -- Another state of the plan, so that no copy of what was shown before is taken for it; it is rendered when it is read.
  update public.training_plans as plan set revision = plan.revision + 1
  where plan.id = any (plans) and plan.athlete_id = athlete;
  delete from public.plan_snapshots as answer where answer.plan_id = any (plans) and answer.athlete_id = athlete;

  -- What waits for its turn is made all the same, without the words, and of the state that it waited for.
  update public.jobs as job
  set wish = (regexp_replace(job.wish::text, '"kind": "(?:pain|illness|red_flag)"', '"kind": "caution"')::jsonb - 'reason')
    #- '{wanted,reason}'
  where job.athlete_id = athlete and job.wish::text ~ '"kind": "(?:pain|illness|red_flag)"';
  update public.jobs as job
  set wish = jsonb_set(job.wish, '{expected}', to_jsonb((job.wish ->> 'expected')::integer + 1))
  where job.athlete_id = athlete and job.plan_id = any (plans) and job.state in ('waiting', 'running')
    and job.wish ->> 'expected' is not null;

  -- Answers kept for requests that might be sent again, and files of exports, hold what was told, too.
  delete from public.idempotency_keys as kept
  where kept.athlete_id = athlete and kept.status is not null and kept.operation like '%/v1/questionnaires';
  delete from public.export_files as file where file.athlete_id = athlete;
end
$$;

-- Nobody has agreed yet to a text that speaks of what plans are told: versions of before forget it here.
update plan_adaptations as line set reason = 'Easy running only'
from plan_versions as version
where version.plan_id = line.plan_id and version.version = line.to_version
  and line.kind not in ('option', 'undone', 'restored')
  and version.document -> 'changes' -> -1 -> 'done' -> 'health' ->> 'kind' in ('pain', 'illness', 'red_flag');
update plan_adaptations as line set reason = 'Undone: easy running only'
from plan_adaptations as undone
where undone.undone_by = line.id and undone.reason = 'Easy running only';

with changed as (
  update plan_versions as version
  set snapshot = null, document = replace(
    regexp_replace(
      regexp_replace(version.document::text, '("kind"\s*:\s*)"(?:pain|illness|red_flag)"', '\1"caution"', 'g'),
      '((?:"wish"\s*:\s*"health"\s*,\s*"law"\s*:\s*"C5"|"law"\s*:\s*"C5"\s*,\s*"wish"\s*:\s*"health")\s*,\s*"asked"\s*:\s*)null',
      '\1"caution"', 'g'
    ),
    '"after pain or illness nothing but easy running is asked for"',
    '"while hard running rests, nothing but easy running is asked for"'
  )::json
  where version.version > 1 and version.document::text ~ '"kind"\s*:\s*"(?:pain|illness|red_flag)"'
  returning version.plan_id
), bumped as (
  update training_plans as plan set revision = plan.revision + 1
  where plan.id in (select plan_id from changed)
  returning plan.id
)
delete from plan_snapshots as answer using bumped where answer.plan_id = bumped.id;

update jobs as job
set wish = (regexp_replace(job.wish::text, '"kind": "(?:pain|illness|red_flag)"', '"kind": "caution"')::jsonb - 'reason')
  #- '{wanted,reason}'
where job.wish::text ~ '"kind": "(?:pain|illness|red_flag)"';

-- Coaches are shown plans without those words, rendered for them; the answers of athletes are no business of theirs.
drop policy for_the_coach on plan_snapshots;
