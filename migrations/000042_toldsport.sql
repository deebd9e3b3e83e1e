-- The sport that an athlete tells of an activity whose file told another, or none. It stands among the other decisions,
-- and waits as they do for an activity that was deleted, should it come again.
alter table activity_decisions
  add column sport text,
  drop constraint activity_decisions_kind_check,
  drop constraint a_pair_stands_once,
  add constraint activity_decisions_kind_check check (kind in ('same', 'different', 'preferred', 'day', 'sport')),
  add constraint a_pair_stands_once check (
    case when kind in ('same', 'different') then activity_id < other_id else activity_id = other_id end
  ),
  add constraint a_sport_is_told check ((kind = 'sport') = (sport is not null)),
  add constraint a_told_sport_is_one check (
    sport in ('run', 'walk', 'hike', 'ride', 'swim', 'strength', 'cross_training', 'other')
  );
