import type { RunOnRecord, SessionOnRecord } from "@strideiq/application";
import { type RawBuilder, sql } from "kysely";

/*
 * What was run of a plan, as columns of the statement that reads the plan, so that both are of one moment. Each is
 * for a query that has the row of `training_plans` as `plan`.
 */

/** Whether the athlete told that the session of a completion was skipped: then no run was it, whatever it is like. */
export const isToldSkipped = (completion: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  select from workout_completions as by_hand
  where by_hand.plan_id = ${completion}.plan_id and by_hand.session_id = ${completion}.session_id
    and by_hand.athlete_id = ${completion}.athlete_id
    and by_hand.source = 'manual' and by_hand.state = 'skipped'
)`;

/** What is told by hand wins over what was matched. */
export const sessionsOnRecord = sql<readonly SessionOnRecord[]>`(
  select coalesce(json_agg(json_build_object(
    'sessionId', told.session_id,
    'state', told.state,
    'metres', told.metres,
    'seconds', told.seconds,
    'sources', case when told.source = 'manual' then json_build_array() else (
      select coalesce(json_agg(distinct run.source), json_build_array())
      from activities as run
      where run.athlete_id = told.athlete_id
        and run.id::text in (select jsonb_array_elements_text(told.review -> 'runIds'))
    ) end
  ) order by told.session_id), json_build_array())
  from current_completions as told
  where told.plan_id = plan.id and told.athlete_id = plan.athlete_id
)`;

/** Each run once, by the recording that counts, where it was no session of any plan. */
export const extraRuns = sql<readonly RunOnRecord[]>`(
  select coalesce(json_agg(json_build_object(
    'date', run.day,
    'metres', run.metres,
    'seconds', run.moving_seconds,
    'source', run.source
  ) order by run.day, run.id), json_build_array())
  from activities as run
  where run.athlete_id = plan.athlete_id
    and run.day between plan.first_date and plan.last_date
    and run.sport = 'run' and run.counts_as is null and run.metres is not null
    and run.id::text not in (
      select jsonb_array_elements_text(matched.review -> 'runIds')
      from workout_completions as matched
      where matched.athlete_id = plan.athlete_id and matched.source = 'matched' and matched.review is not null
        and not ${isToldSkipped(sql`matched`)}
    )
)`;
