-- What an athlete asked for and waits for. The queue's own row says when it runs; this one says whose it is.
create table jobs (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z_]{1,50}$'),
  plan_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- Counts every change that somebody who watches the job is told.
  revision integer not null default 1 check (revision >= 1),
  attempts integer not null default 0 check (attempts >= 0),
  request_id text check (length(request_id) between 1 and 100),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  unique (id, athlete_id),
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade,
  constraint only_the_finished_have_an_end check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
  constraint a_running_job_has_begun check (state <> 'running' or (started_at is not null and attempts >= 1))
);

create index jobs_of_athlete on jobs (athlete_id, id desc);
create index jobs_of_plan on jobs (plan_id) where plan_id is not null;
create index jobs_by_end on jobs (finished_at) where finished_at is not null;

alter table jobs enable row level security;
create policy own_rows on jobs
  using (athlete_id = (select current_athlete()))
  with check (athlete_id = (select current_athlete()));

-- Two more narrow ways past the lock. A worker begins a batch of several athletes' jobs; ids go in, and those
-- that still wait come out. A server that shows progress asks which of its jobs have changed.

create function begin_jobs(job_ids uuid[]) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update public.jobs
  set state = 'running', started_at = coalesce(started_at, now()), attempts = attempts + 1, revision = revision + 1
  where id = any (job_ids) and state in ('waiting', 'running')
  returning id;
end;

create function job_revisions(job_ids uuid[]) returns table (job_id uuid, revision integer)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select job.id, job.revision from public.jobs as job where job.id = any (job_ids);
end;
