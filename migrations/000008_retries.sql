-- Whoever works on a request holds its key from this moment; one that died lets go of it after a while.
alter table idempotency_keys add column claimed_at timestamptz not null default now();

-- Answers that are kept no longer, whosever they are; how many they were.
create function remove_old_answers(oldest timestamptz, most integer) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with removed as (
    delete from public.idempotency_keys
    where (athlete_id, key) in (
      select old.athlete_id, old.key from public.idempotency_keys as old where old.created_at <= oldest limit most
    )
    returning 1
  )
  select count(*) from removed;
end;
