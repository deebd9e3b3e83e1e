create table athletes (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);

-- Until accounts exist there is one athlete, and everything belongs to it.
insert into athletes (id, name) values ('00000000-0000-7000-8000-000000000001', 'Local athlete');

create table training_plans (
  id uuid primary key,
  athlete_id uuid not null references athletes (id),
  state text not null check (state in ('generating', 'ready', 'refused', 'failed')),
  request jsonb not null check (jsonb_typeof(request) = 'object'),
  current_version integer check (current_version >= 1),
  -- The days of the current version, so that a calendar finds the plans of a month without their rows.
  first_date date,
  last_date date,
  refusal jsonb check (jsonb_typeof(refusal) = 'object'),
  failure text check (length(failure) between 1 and 1000),
  accepted_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (id, athlete_id),
  constraint ready_has_a_version check ((state = 'ready') = (current_version is not null)),
  constraint version_has_days check (
    (current_version is null) = (first_date is null)
    and (current_version is null) = (last_date is null)
    and first_date <= last_date
  ),
  constraint refused_has_a_refusal check ((state = 'refused') = (refusal is not null)),
  constraint failed_has_a_failure check ((state = 'failed') = (failure is not null)),
  constraint only_generating_is_unsettled check ((state = 'generating') = (settled_at is null)),
  check (settled_at >= accepted_at)
);

create index training_plans_of_athlete on training_plans (athlete_id, first_date, last_date);
create index training_plans_unsettled on training_plans (accepted_at) where state = 'generating';

create table plan_versions (
  plan_id uuid not null,
  version integer not null check (version >= 1),
  athlete_id uuid not null,
  document jsonb not null check (document ->> 'schema' = 'strideiq.plan/1'),
  -- Why this version was made: generated, and later adapted, swapped, coached.
  reason text not null check (reason ~ '^[a-z_]{1,50}$'),
  provenance jsonb not null check (jsonb_typeof(provenance) = 'object'),
  -- The answer to a reader, gzipped JSON, rendered once. The first two bytes are gzip's mark.
  snapshot bytea not null check (substring(snapshot from 1 for 2) = '\x1f8b'::bytea),
  created_at timestamptz not null default now(),
  primary key (plan_id, version),
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade
);

alter table training_plans
  add foreign key (id, current_version) references plan_versions (plan_id, version) deferrable initially deferred;

-- The sessions of the current version, one row each, for reading by day. The document is the truth.
create table planned_workouts (
  plan_id uuid not null,
  version integer not null,
  athlete_id uuid not null,
  session_id text not null check (length(session_id) between 1 and 100),
  date date not null,
  position smallint not null check (position between 0 and 9),
  week smallint not null check (week between 1 and 60),
  phase text not null check (phase in ('base', 'build', 'peak', 'taper')),
  kind text not null check (kind ~ '^[a-z_]{1,30}$'),
  title text not null check (length(title) between 1 and 200),
  quality boolean not null,
  metres double precision not null check (metres between 0 and 200000),
  seconds double precision not null check (seconds between 0 and 172800),
  estimated boolean not null,
  chosen text not null check (chosen in ('a', 'b')),
  primary key (plan_id, session_id),
  unique (plan_id, date, position),
  foreign key (plan_id, version) references plan_versions (plan_id, version) on delete cascade,
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade
);

create index planned_workouts_of_athlete on planned_workouts (athlete_id, date);

create table generation_logs (
  id bigint generated always as identity primary key,
  plan_id uuid not null,
  athlete_id uuid not null,
  outcome text not null check (outcome in ('ready', 'refused', 'failed')),
  version integer,
  milliseconds double precision not null check (milliseconds >= 0),
  detail text check (length(detail) between 1 and 1000),
  logged_at timestamptz not null default now(),
  constraint ready_names_its_version check ((outcome = 'ready') = (version is not null)),
  unique (plan_id, version),
  foreign key (plan_id, version) references plan_versions (plan_id, version) on delete cascade,
  foreign key (plan_id, athlete_id) references training_plans (id, athlete_id) on delete cascade
);

create index generation_logs_of_plan on generation_logs (plan_id);
