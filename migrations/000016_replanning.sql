-- A change of a plan that is made in the background: what is wished for, and what was told with it. It may be about
-- health, so that it lies here, behind the lock, and the queue's entry carries ids only.
alter table jobs
  add column wish jsonb check (jsonb_typeof(wish) = 'object' and length(wish::text) <= 200000),
  add constraint a_change_has_a_wish check ((kind = 'change_plan') = (wish is not null));
