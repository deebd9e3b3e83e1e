-- An athlete invites a coach by address; the coach accepts; either ends it. While it is accepted, and the account has
-- the role of a coach, the coach may read the plans and the calendar of that athlete, and nothing else.
create table coach_invitations (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  -- The name by which the coach knows who it is: athletes themselves stay hidden.
  athlete_name text not null check (length(athlete_name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  coach_id uuid references accounts (id) on delete cascade,
  state text not null default 'open' check (state in ('open', 'accepted', 'ended')),
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('athlete', 'coach')),
  constraint an_accepted_one_has_a_coach check ((coach_id is not null) = (accepted_at is not null)),
  constraint accepted_once_it_is check (state <> 'accepted' or accepted_at is not null),
  constraint open_until_accepted check (state <> 'open' or accepted_at is null),
  constraint only_the_ended_have_an_end check ((state = 'ended') = (ended_at is not null and ended_by is not null))
);

create unique index coach_invitations_standing on coach_invitations (athlete_id, email) where state <> 'ended';
create index coach_invitations_of_coach on coach_invitations (coach_id) where state = 'accepted';
create index coach_invitations_by_address on coach_invitations (email) where state = 'open';

-- Whose account a transaction is about: select set_config('app.account', '<id>', true).
create function current_account() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.account', true), '')::uuid;

alter table coach_invitations enable row level security;
create policy own_rows on coach_invitations
  using (athlete_id = (select current_athlete()))
  with check (athlete_id = (select current_athlete()));

-- A coach sees what was sent to the account's address and what was accepted, and may accept or end it. What was
-- declined stays visible: PostgreSQL lets nobody write a row that they could not read.
create policy for_the_coach_to_see on coach_invitations for select
  using (
    coach_id = (select current_account())
    or (coach_id is null and email = (select account.email from accounts as account where account.id = current_account()))
  );
create policy for_the_coach_to_answer on coach_invitations for update
  using (
    (coach_id = (select current_account()) and state = 'accepted')
    or (state = 'open' and email = (select account.email from accounts as account where account.id = current_account()))
  )
  with check (coach_id = (select current_account()) or (coach_id is null and state = 'ended'));

-- The athletes that this transaction's account may look at. Whoever is no coach any more sees nobody at once.
create function coached_athletes() returns setof uuid
language sql stable
begin atomic
  select invitation.athlete_id
  from coach_invitations as invitation
  join accounts as account on account.id = invitation.coach_id
  where invitation.coach_id = current_account() and invitation.state = 'accepted'
    and account.role = 'coach' and not account.banned;
end;

do $$
declare
  shown text;
begin
  foreach shown in array array['training_plans', 'plan_versions', 'plan_snapshots', 'planned_workouts'] loop
    execute format(
      'create policy for_the_coach on %I for select using (athlete_id = any (array(select coached_athletes())))',
      shown
    );
  end loop;
end
$$;
