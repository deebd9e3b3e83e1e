-- Which account a request to sign up has made, by the key that its sender gave it. Nobody is known here yet who could
-- own the key, so that it stands by itself; only its hash is kept.
create table sign_up_keys (
  key_hash bytea primary key check (length(key_hash) = 32),
  -- What was sent, without the password, which the account itself is asked for.
  request_hash bytea not null check (length(request_hash) = 32),
  account_id uuid references accounts (id) on delete cascade,
  claimed_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);

create index sign_up_keys_by_age on sign_up_keys (created_at);
create index sign_up_keys_of_account on sign_up_keys (account_id) where account_id is not null;
