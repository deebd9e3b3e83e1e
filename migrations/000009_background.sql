-- What an export wrote, until it is swept out.
create table export_files (
  job_id uuid primary key,
  athlete_id uuid not null,
  -- Gzipped JSON. The first two bytes are gzip's mark.
  content bytea not null check (substring(content from 1 for 2) = '\x1f8b'::bytea),
  created_at timestamptz not null default now(),
  foreign key (job_id, athlete_id) references jobs (id, athlete_id) on delete cascade
);

create index export_files_by_age on export_files (created_at);

alter table export_files enable row level security;
create policy own_rows on export_files
  using (athlete_id = (select current_athlete()))
  with check (athlete_id = (select current_athlete()));

-- What the night's work looks for, whosever it is: ids and counts only.

create function plans_without_answer(most integer) returns table (plan_id uuid, athlete_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select plan.id, plan.athlete_id
  from public.training_plans as plan
  where plan.state = 'ready'
    and not exists (
      select 1 from public.plan_snapshots as answer
      where answer.plan_id = plan.id and answer.revision = plan.revision
    )
  order by plan.last_date desc
  limit most;
end;

create function remove_old_jobs(jobs_before timestamptz, files_before timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from public.export_files where created_at <= files_before;
  with removed as (
    delete from public.jobs where finished_at <= jobs_before returning 1
  )
  select count(*) from removed;
end;
