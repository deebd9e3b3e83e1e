-- Takes the ids of somebody who was deleted out of the audit. What happened, and when, stays.
create function forget_in_audit(ids uuid[]) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with named as (
    select array_agg(one::text) as texts from unnest(ids) as one
  ), changed as (
    update public.audit_log as line
    set actor_kind = case when line.actor_id = any (ids) then 'system' else line.actor_kind end,
      actor_id = case when line.actor_id = any (ids) then null else line.actor_id end,
      subject_id = case when line.subject_id = any (named.texts) then 'deleted' else line.subject_id end,
      before = null,
      after = null,
      reason = null
    from named
    where line.actor_id = any (ids) or line.subject_id = any (named.texts)
    returning 1
  )
  select count(*) from changed;
end;
