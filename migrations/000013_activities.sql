-- What was run. Files come in as an import of their athlete, are read by a job, and become activities; the originals
-- stay, so that everything derived from them can be made anew.
create table activity_imports (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  -- Where the athlete lives: a file that knows neither place nor offset is given its day by it.
  time_zone text not null check (length(time_zone) between 1 and 100),
  -- Null while files are still coming in.
  job_id uuid,
  -- Null until it has ended, whole or cancelled. The job itself is swept out after a while.
  outcome text check (outcome in ('done', 'failed', 'cancelled')),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (id, athlete_id),
  constraint an_outcome_has_its_moment check ((outcome is null) = (finished_at is null))
);

create index activity_imports_of_athlete on activity_imports (athlete_id, id desc);
create index activity_imports_of_job on activity_imports (job_id) where job_id is not null;

create table import_files (
  import_id uuid not null,
  position integer not null check (position between 0 and 999),
  athlete_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  -- Null until the last byte has come; such a file is read by nobody.
  bytes bigint check (bytes >= 0),
  -- How many reports there will be, once that is known.
  expected integer check (expected >= 0),
  primary key (import_id, position),
  unique (import_id, position, athlete_id),
  foreign key (import_id, athlete_id) references activity_imports (id, athlete_id) on delete cascade on update cascade
);

-- What was sent, in pieces, until it has been read: every process that can reach the database can go on with it.
create table import_pieces (
  import_id uuid not null,
  position integer not null,
  piece integer not null check (piece >= 0),
  athlete_id uuid not null,
  content bytea not null check (length(content) between 1 and 4194304),
  primary key (import_id, position, piece),
  foreign key (import_id, position, athlete_id)
    references import_files (import_id, position, athlete_id) on delete cascade on update cascade
);
alter table import_pieces alter column content set storage external;

-- One line for each file, and for each file in a zip. Their number says where a broken reading goes on.
create table import_reports (
  import_id uuid not null,
  position integer not null,
  number integer not null check (number >= 0),
  athlete_id uuid not null,
  name text not null check (length(name) between 1 and 700),
  outcome text not null check (outcome in ('imported', 'known', 'too_little', 'refused')),
  refusal jsonb check (jsonb_typeof(refusal) = 'object'),
  faults text[] not null default '{}',
  activity_ids uuid[] not null default '{}',
  primary key (import_id, position, number),
  foreign key (import_id, position, athlete_id)
    references import_files (import_id, position, athlete_id) on delete cascade on update cascade,
  constraint the_refused_say_why check ((outcome = 'refused') = (refusal is not null))
);

create index import_reports_by_activity on import_reports using gin (activity_ids);

-- A recording with what it says. Its id follows from the recording, so that the same file is the same activity
-- whenever it comes, and what its athlete decided about it holds again.
create table activities (
  athlete_id uuid not null references athletes (id) on delete cascade,
  id uuid not null,
  source text not null check (source ~ '^[a-z_]{1,50}$'),
  format text not null check (format in ('fit', 'tcx', 'gpx', 'table', 'manual')),
  sport text not null check (sport ~ '^[a-z_]{1,50}$'),
  name text check (length(name) between 1 and 300),
  -- Null while nobody knows when it was.
  start_at timestamptz,
  day date,
  -- By which lists are in order: the start, or when it came.
  sort_at timestamptz not null,
  metres double precision check (metres >= 0),
  moving_seconds double precision not null check (moving_seconds >= 0),
  summary jsonb not null check (jsonb_typeof(summary) = 'object'),
  -- Seconds at each speed; matching needs no more of the track.
  speeds jsonb not null check (jsonb_typeof(speeds) = 'array'),
  -- Gzipped. The first two bytes are gzip's mark.
  track bytea check (substring(track from 1 for 2) = '\x1f8b'::bytea),
  original bytea check (substring(original from 1 for 2) = '\x1f8b'::bytea),
  -- The recording of the same run that counts instead of this one.
  counts_as uuid,
  created_at timestamptz not null default now(),
  primary key (athlete_id, id),
  constraint a_start_has_a_day check ((start_at is null) = (day is null)),
  constraint nothing_counts_as_itself check (counts_as <> id)
);
alter table activities alter column track set storage external, alter column original set storage external;

create index activities_in_order on activities (athlete_id, sort_at desc, id desc);
create index activities_by_day on activities (athlete_id, day);

-- What the athlete decided of two recordings. Nothing refers to the activities: a decision waits for one that was
-- deleted, should it come again.
create table activity_decisions (
  athlete_id uuid not null references athletes (id) on delete cascade,
  kind text not null check (kind in ('same', 'different', 'preferred')),
  activity_id uuid not null,
  other_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (athlete_id, kind, activity_id, other_id),
  constraint a_pair_stands_once check (case when kind = 'preferred' then activity_id = other_id else activity_id < other_id end)
);

-- Which activity was which session, by hand; or that it was not.
create table session_links (
  plan_id uuid not null,
  session_id text not null check (length(session_id) between 1 and 100),
  activity_id uuid not null,
  athlete_id uuid not null,
  kind text not null check (kind in ('linked', 'unlinked')),
  created_at timestamptz not null default now(),
  primary key (plan_id, session_id, activity_id),
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade on update cascade
);

create index session_links_of_athlete on session_links (athlete_id);

-- How a session that was matched went: volume, intent, each piece of work.
alter table workout_completions add column review jsonb check (jsonb_typeof(review) = 'object');

create or replace view current_completions with (security_invoker = true) as
select distinct on (plan_id, session_id) *
from workout_completions
order by plan_id, session_id, (source = 'manual') desc;

alter table jobs
  add column progress_done integer check (progress_done >= 0),
  add column progress_of integer check (progress_of >= progress_done);

do $$
declare
  secured text;
begin
  foreach secured in array array[
    'activity_imports', 'import_files', 'import_pieces', 'import_reports', 'activities', 'activity_decisions',
    'session_links'
  ] loop
    execute format('alter table %I enable row level security', secured);
    execute format(
      'create policy own_rows on %I using (athlete_id = (select current_athlete())) with check (athlete_id = (select current_athlete()))',
      secured
    );
  end loop;
end
$$;

-- Imports whose files never came to an end, or that nobody started.
create function remove_stale_imports(before timestamptz, most integer) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with removed as (
    delete from public.activity_imports
    where id in (select one.id from public.activity_imports as one where one.job_id is null and one.created_at <= before limit most)
    returning 1
  )
  select count(*) from removed;
end;

-- A guest that signs in brings its runs along.
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

  update public.audit_log as line set actor_id = athlete where line.actor_id = guest;
  update public.audit_log as line set subject_id = athlete::text where line.subject_id = guest::text;
  delete from public.athletes as one where one.id = guest;
  return true;
end
$$;
