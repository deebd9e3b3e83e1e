import { addDays, type CalendarDate, type Done, type Plan } from "@strideiq/engine";
import type { Activity } from "../activity/activity.ts";
import type { Athlete } from "../analysis/load.ts";
import { adherenceOf, type PlanAdherence } from "../completion/adherence.ts";
import { completionsOf } from "../completion/complete.ts";
import type { Completion } from "../completion/completion.ts";
import { doneOf } from "../completion/done.ts";
import type { RecordedOnce } from "../duplicates/group-runs.ts";
import { matchSessions } from "../matching/match-sessions.ts";
import type { Links, Matching } from "../matching/matching.ts";
import { type PlannedSession, plannedSessionsOf } from "../matching/planned-session.ts";
import { summaryOf } from "../matching/run-summary.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";
import { linksToBelieved } from "./believed.ts";

/** A plan beside what was run. */
export interface Review {
  readonly sessions: readonly PlannedSession[];
  readonly matching: Matching;
  readonly completions: readonly Completion[];
  readonly adherence: PlanAdherence;
  /** For the engine, before it changes the plan. */
  readonly done: Pick<Done, "sessions" | "extra">;
}

/**
 * Holds a plan against everything that was run. One function for the command line, a job and the page: who gives
 * the same recordings, links and day gets the same review, whatever the order in which things came.
 */
export function reviewPlan(
  plan: Pick<Plan, "weeks">,
  runs: readonly RecordedOnce[],
  links: Links,
  today: CalendarDate,
  athlete: Athlete,
  rules: ActivityRules,
): Review {
  const sessions = plannedSessionsOf(plan);
  const [first, last] = [sessions[0]?.day, sessions.at(-1)?.day];
  const byId = new Map<string, Activity>();
  for (const { activity } of runs) byId.set(activity.id, activity);
  const summaries = [...byId.values()].flatMap((activity) => {
    const summary = summaryOf(activity, athlete.paces, rules.elevation);
    return summary !== null && first !== undefined && last !== undefined && isNear(summary.day, first, last)
      ? [summary]
      : [];
  });
  const matching = matchSessions(sessions, summaries, linksToBelieved(links, runs), rules.matching);
  const completions = completionsOf(sessions, matching, byId, today, athlete, rules);
  return {
    sessions,
    matching,
    completions,
    adherence: adherenceOf(sessions, completions),
    done: doneOf(completions, matching, byId, rules),
  };
}

/** Text of calendar dates orders them. A week before and after the plan is near enough for any match. */
const isNear = (day: CalendarDate, first: CalendarDate, last: CalendarDate): boolean =>
  day >= addDays(first, -7) && day <= addDays(last, 7);
