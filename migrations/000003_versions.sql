create table athlete_goals (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  name text check (length(name) between 1 and 200),
  distance text not null check (distance in ('5k', '10k', 'half_marathon', 'marathon')),
  race_date date not null,
  target_seconds double precision check (target_seconds between 600 and 86400),
  priority text not null default 'a' check (priority in ('a', 'b', 'c')),
  state text not null default 'open' check (state in ('open', 'raced', 'dropped')),
  revision integer not null default 1 check (revision >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, athlete_id)
);

create index athlete_goals_of_athlete on athlete_goals (athlete_id, race_date);

-- What an athlete told about itself. A new telling is a new row; answers about health need a consent in force.
create table athlete_questionnaires (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 20000),
  health_answers jsonb check (jsonb_typeof(health_answers) = 'object' and length(health_answers::text) <= 20000),
  consent_id uuid,
  created_at timestamptz not null default now(),
  foreign key (consent_id, athlete_id) references consents (id, athlete_id),
  constraint health_answers_need_consent check ((health_answers is null) or (consent_id is not null))
);

create index athlete_questionnaires_of_athlete on athlete_questionnaires (athlete_id, created_at);

-- Choices are a field of the plan, not a version. The revision counts every change that a reader can see.
alter table training_plans
  drop constraint training_plans_athlete_id_fkey,
  add foreign key (athlete_id) references athletes (id) on delete cascade,
  add column goal_id uuid,
  add column choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
  add column revision integer not null default 1 check (revision >= 1),
  add foreign key (goal_id, athlete_id) references athlete_goals (id, athlete_id) on delete set null (goal_id);

create index training_plans_by_id on training_plans (athlete_id, id desc);

-- The answer to a reader of the plan as it is now: its version with its choices, rendered once.
create table plan_snapshots (
  plan_id uuid primary key,
  athlete_id uuid not null,
  revision integer not null check (revision >= 1),
  snapshot bytea not null check (substring(snapshot from 1 for 2) = '\x1f8b'::bytea),
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade
);

insert into plan_snapshots (plan_id, athlete_id, revision, snapshot)
select plan.id, plan.athlete_id, plan.revision, version.snapshot
from training_plans as plan
join plan_versions as version on version.plan_id = plan.id and version.version = plan.current_version;

-- Still written by servers of the version before this one; dropped when none can be running.
alter table plan_versions
  alter column snapshot drop not null,
  add unique (plan_id, version, athlete_id);

-- The one ledger of change: who, why, what, from which version to which, and what undid it.
create table plan_adaptations (
  id uuid primary key,
  plan_id uuid not null,
  athlete_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,50}$'),
  actor_kind text not null check (actor_kind in ('athlete', 'coach', 'admin', 'system')),
  actor_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  from_version integer not null,
  to_version integer not null,
  revision integer not null check (revision >= 2),
  diff jsonb not null check (jsonb_typeof(diff) = 'object'),
  undone_by uuid,
  created_at timestamptz not null default now(),
  unique (plan_id, revision),
  unique (id, plan_id),
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade,
  foreign key (plan_id, from_version) references plan_versions (plan_id, version) on delete cascade,
  foreign key (plan_id, to_version) references plan_versions (plan_id, version) on delete cascade,
  foreign key (undone_by, plan_id) references plan_adaptations (id, plan_id) deferrable initially deferred,
  constraint versions_grow check (to_version >= from_version),
  constraint a_choice_keeps_the_version check ((kind = 'option') = (to_version = from_version)),
  constraint nothing_undoes_itself check (undone_by <> id),
  constraint only_the_system_is_nobody check ((actor_kind = 'system') = (actor_id is null))
);

create unique index plan_adaptations_by_version on plan_adaptations (plan_id, to_version) where to_version > from_version;

-- What became of a session. It belongs to plan and session, so that a new version of the plan loses nothing.
create table workout_completions (
  plan_id uuid not null,
  session_id text not null check (length(session_id) between 1 and 100),
  source text not null check (source in ('manual', 'matched')),
  athlete_id uuid not null,
  state text not null check (state in ('done', 'partly_done', 'skipped')),
  done_on date,
  metres double precision check (metres between 0 and 500000),
  seconds double precision check (seconds between 0 and 259200),
  effort smallint check (effort between 1 and 10),
  note text check (length(note) between 1 and 2000),
  activity_id uuid,
  revision integer not null default 1 check (revision >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (plan_id, session_id, source),
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade,
  constraint skipped_was_not_run check (
    state <> 'skipped' or (done_on is null and metres is null and seconds is null and effort is null)
  ),
  constraint run_on_a_day check ((state = 'skipped') = (done_on is null)),
  constraint matched_names_its_activity check ((source = 'matched') = (activity_id is not null)),
  constraint nobody_else_skips check (source = 'manual' or state <> 'skipped')
);

create index workout_completions_of_athlete on workout_completions (athlete_id, done_on);

-- What is told by hand wins over what was matched; both are kept.
create view current_completions with (security_invoker = true) as
select distinct on (plan_id, session_id) *
from workout_completions
order by plan_id, session_id, (source = 'manual') desc;

alter table generation_logs
  add column request_id text check (length(request_id) between 1 and 100),
  add column job_id text check (length(job_id) between 1 and 100);
