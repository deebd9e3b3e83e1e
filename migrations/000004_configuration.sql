-- What a coach may change. A version is drafted, published, and kept: plans name the one they were made with.
create table configuration_versions (
  id integer generated always as identity primary key,
  state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
  note text not null check (length(note) between 1 and 500),
  created_by uuid,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  constraint only_a_draft_is_unpublished check ((state = 'draft') = (published_at is null))
);

create unique index configuration_in_force on configuration_versions (state) where state = 'published';

create table plan_templates (
  configuration_id integer not null references configuration_versions (id) on delete cascade,
  id text not null check (id ~ '^[a-z0-9_/-]{1,100}$'),
  distance text not null check (distance in ('5k', '10k', 'half_marathon', 'marathon')),
  tier text not null check (tier ~ '^[a-z_]{1,30}$'),
  weeks smallint not null check (weeks between 4 and 60),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  primary key (configuration_id, id),
  unique (configuration_id, distance, tier, weeks)
);

create table workout_definitions (
  configuration_id integer not null references configuration_versions (id) on delete cascade,
  id text not null check (id ~ '^[a-z0-9_/-]{1,100}$'),
  position smallint not null check (position >= 0),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  primary key (configuration_id, id),
  unique (configuration_id, position)
);

create table phase_definitions (
  configuration_id integer not null references configuration_versions (id) on delete cascade,
  phase text not null check (phase in ('base', 'build', 'peak', 'taper')),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  primary key (configuration_id, phase)
);

create table scaling_rules (
  configuration_id integer not null references configuration_versions (id) on delete cascade,
  id text not null check (id ~ '^[a-z0-9_/.-]{1,100}$'),
  definition jsonb not null,
  primary key (configuration_id, id)
);

create table feature_flags (
  key text primary key check (key ~ '^[a-z0-9_.-]{1,100}$'),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  revision integer not null default 1 check (revision >= 1),
  updated_by uuid,
  updated_at timestamptz not null default now()
);
