-- Plugins lie in the folder of an installation, or came over the API. Which of them are on is decided here: each row is
-- all switches together, the highest revision is in force, and the others are what it was.
create table plugin_switches (
  revision integer primary key check (revision >= 1),
  switches jsonb not null check (jsonb_typeof(switches) = 'object'),
  updated_by uuid,
  updated_at timestamptz not null default now()
);

-- A version that was handed in stays as it is: plans name it. It is text alone.
create table plugin_uploads (
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 60),
  version text not null check (version ~ '^[0-9]+[.][0-9]+[.][0-9]+$' and length(version) <= 40),
  files jsonb not null check (jsonb_typeof(files) = 'object' and files ? 'plugin' and length(files::text) <= 2000000),
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  primary key (id, version)
);
