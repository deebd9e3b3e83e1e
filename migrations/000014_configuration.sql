-- A configuration has the name that plans say they were made with. A draft is changed and counts its changes; what
-- was in force once stays as it is, so that its plans can be made again.
alter table configuration_versions
  add column name text,
  add column revision integer not null default 1 check (revision >= 1),
  add column based_on integer references configuration_versions (id) on delete set null,
  add column shipped_digest text check (shipped_digest ~ '^[0-9a-f]{64}$');
update configuration_versions set name = 'unnamed-' || id;
alter table configuration_versions
  alter column name set not null,
  add constraint configuration_name_is_short check (length(name) between 1 and 100),
  add constraint configuration_name_is_its_own unique (name);

-- Rows name their place in the file: `longRun`, `races.5k`.
alter table scaling_rules
  drop constraint scaling_rules_id_check,
  add constraint scaling_rules_id_check check (id ~ '^[A-Za-z0-9_/.-]{1,100}$');

-- Their order is the order in which they are shown.
alter table plan_templates add column position smallint not null default 0 check (position >= 0);

create function keep_what_was_in_force() returns trigger language plpgsql as $$
begin
  if exists (
    select from configuration_versions
    where id = coalesce(new.configuration_id, old.configuration_id) and state <> 'draft'
  ) then
    raise exception 'only a draft can be changed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end
$$;

create trigger plan_templates_stay before insert or update or delete on plan_templates
  for each row execute function keep_what_was_in_force();
create trigger workout_definitions_stay before insert or update or delete on workout_definitions
  for each row execute function keep_what_was_in_force();
create trigger phase_definitions_stay before insert or update or delete on phase_definitions
  for each row execute function keep_what_was_in_force();
create trigger scaling_rules_stay before insert or update or delete on scaling_rules
  for each row execute function keep_what_was_in_force();

create function keep_versions() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'only a draft can be dropped' using errcode = 'check_violation';
  end if;
  return old;
end
$$;

create trigger configuration_versions_stay before delete on configuration_versions
  for each row execute function keep_versions();

-- What the laws said of a draft, and which plans it changes. It holds for one revision of the draft.
create table configuration_checks (
  configuration_id integer primary key references configuration_versions (id) on delete cascade,
  revision integer not null check (revision >= 1),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'passed', 'failed')),
  done integer not null default 0 check (done >= 0),
  total integer not null default 0 check (total >= done),
  findings jsonb check (jsonb_typeof(findings) = 'object'),
  asked_by uuid,
  asked_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint only_a_finished_check_has_findings check ((state in ('passed', 'failed')) = (findings is not null))
);

-- Who may use what, and what it costs. The highest revision is in force; the others are what it was.
create table paywall_config (
  revision integer primary key check (revision >= 1),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  updated_by uuid,
  updated_at timestamptz not null default now()
);
