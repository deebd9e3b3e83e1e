-- Why a change that was made in the background could not be: the code of the problem, and its sentences.
alter table jobs
  add column problem jsonb check (jsonb_typeof(problem) = 'object'),
  add constraint only_failures_have_a_problem check (problem is null or state = 'failed');
