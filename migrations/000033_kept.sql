-- Some sources may be kept for some days only. Who still has runs of them that came in too long ago.
create function athletes_with_overdue_runs(sources text[], befores timestamptz[], most integer)
returns table (athlete_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select distinct one.athlete_id
  from public.activities as one
  join unnest(sources, befores) as kept (source, before)
    on kept.source = one.source and one.created_at <= kept.before
  order by one.athlete_id
  limit most;
end;
