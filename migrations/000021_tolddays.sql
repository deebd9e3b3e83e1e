-- The day that an athlete tells of an activity whose device's clock was wrong. It stands among the other decisions, and
-- waits as they do for an activity that was deleted, should it come again.
alter table activity_decisions
  add column day date,
  drop constraint activity_decisions_kind_check,
  drop constraint a_pair_stands_once,
  add constraint activity_decisions_kind_check check (kind in ('same', 'different', 'preferred', 'day')),
  add constraint a_pair_stands_once check (
    case when kind in ('preferred', 'day') then activity_id = other_id else activity_id < other_id end
  ),
  add constraint a_day_is_told check ((kind = 'day') = (day is not null));
