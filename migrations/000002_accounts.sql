-- Accounts sign in; athletes train. An athlete outlives a guest's cookie and never shares an id with an account.

create table accounts (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
  email_verified boolean not null default false,
  image text check (length(image) <= 2000),
  role text not null default 'athlete' check (role in ('athlete', 'coach', 'admin')),
  banned boolean not null default false,
  ban_reason text check (length(ban_reason) <= 500),
  ban_expires timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint only_the_banned_have_a_ban check (banned or (ban_reason is null and ban_expires is null))
);

create table sessions (
  id uuid primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  token text not null unique check (length(token) between 16 and 200),
  expires_at timestamptz not null,
  ip_address text check (length(ip_address) <= 100),
  user_agent text check (length(user_agent) <= 1000),
  impersonated_by uuid references accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index sessions_of_account on sessions (account_id);
create index sessions_by_expiry on sessions (expires_at);

-- A way to prove who one is: today an e-mail address with a password's argon2id hash.
create table credentials (
  id uuid primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  provider_id text not null check (length(provider_id) between 1 and 50),
  provider_account_id text not null check (length(provider_account_id) between 1 and 320),
  password text check (password like '$argon2id$%'),
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, provider_account_id),
  constraint a_credential_has_a_password check ((provider_id = 'credential') = (password is not null))
);

create index credentials_of_account on credentials (account_id);

-- What was sent out to be brought back: reset links and the like.
create table verifications (
  id uuid primary key,
  identifier text not null check (length(identifier) between 1 and 500),
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index verifications_by_identifier on verifications (identifier);

alter table athletes
  add column account_id uuid unique references accounts (id) on delete cascade,
  add column time_zone text check (length(time_zone) between 1 and 64),
  add column units text not null default 'km' check (units in ('km', 'mi')),
  add constraint athlete_is_no_account check (id <> account_id);

-- An athlete without an account, known by a signed cookie. Signing up removes the row and keeps the athlete.
create table guests (
  athlete_id uuid primary key references athletes (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check (expires_at > created_at)
);

create index guests_by_expiry on guests (expires_at);

-- Keys for programs. The key itself is shown once; its SHA-256 is kept.
create table api_keys (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  prefix text not null check (prefix ~ '^[A-Za-z0-9_-]{4,16}$'),
  hash bytea not null unique check (length(hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write']),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check (expires_at > created_at)
);

create index api_keys_of_athlete on api_keys (athlete_id);

-- Health data is kept while a consent to exactly that text is given, and a withdrawn one stays on record.
create table consents (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  kind text not null check (kind in ('health_data')),
  text_version text not null check (text_version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  unique (id, athlete_id)
);

create unique index consents_in_force on consents (athlete_id, kind) where withdrawn_at is null;

-- What an athlete may use beyond what is free, and why.
create table entitlements (
  id uuid primary key,
  athlete_id uuid not null references athletes (id) on delete cascade,
  product text not null check (product ~ '^[a-z0-9_]{1,50}$'),
  source text not null check (source in ('grant', 'purchase', 'trial')),
  reason text not null check (length(reason) between 1 and 500),
  granted_by uuid,
  starts_at timestamptz not null default now(),
  ends_at timestamptz check (ends_at > starts_at),
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint a_grant_names_who_gave_it check (source <> 'grant' or granted_by is not null)
);

create index entitlements_of_athlete on entitlements (athlete_id, product);

-- Who did what to whom, outside of plans. It holds ids only, so that it may outlive those it names.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('account', 'guest', 'api_key', 'system')),
  actor_id uuid,
  action text not null check (action ~ '^[a-z_]+([.][a-z_]+)*$' and length(action) <= 100),
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,50}$'),
  subject_id text not null check (length(subject_id) between 1 and 200),
  reason text check (length(reason) between 1 and 500),
  before jsonb,
  after jsonb,
  request_id text check (length(request_id) between 1 and 100),
  constraint only_the_system_is_nobody check ((actor_kind = 'system') = (actor_id is null))
);

create index audit_log_of_subject on audit_log (subject_kind, subject_id, at);

-- Mail that waits to be sent. Its text can hold a link that opens an account: it is emptied once it has left.
create table mail_outbox (
  id uuid primary key,
  account_id uuid references accounts (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z_]{1,50}$'),
  recipient text not null check (length(recipient) between 3 and 320),
  subject text not null check (length(subject) between 1 and 300),
  body text check (length(body) between 1 and 20000),
  attempts smallint not null default 0 check (attempts >= 0),
  failure text check (length(failure) between 1 and 1000),
  created_at timestamptz not null default now(),
  sent_at timestamptz check (sent_at >= created_at),
  constraint only_sent_mail_is_empty check ((sent_at is null) = (body is not null))
);

create index mail_outbox_waiting on mail_outbox (created_at) where sent_at is null;

-- The answer to a request that may be sent again. A request under way has no answer yet.
create table idempotency_keys (
  athlete_id uuid not null references athletes (id) on delete cascade,
  key text not null check (length(key) between 1 and 200),
  operation text not null check (length(operation) between 1 and 300),
  request_hash bytea not null check (length(request_hash) = 32),
  status smallint check (status between 200 and 499),
  headers jsonb check (jsonb_typeof(headers) = 'object'),
  body bytea check (length(body) <= 1000000),
  created_at timestamptz not null default now(),
  primary key (athlete_id, key),
  constraint an_answer_is_whole check ((status is null) = (headers is null) and (status is null) = (body is null))
);

create index idempotency_keys_by_age on idempotency_keys (created_at);

-- What all processes of one installation must agree on, and nobody else may know. Only the owner reads it.
create table installation (
  only_row boolean primary key default true check (only_row),
  secret bytea not null check (length(secret) = 32),
  created_at timestamptz not null default now()
);
