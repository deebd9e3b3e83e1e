import { addDays, type CalendarDate, type Plan } from "@strideiq/engine";
import type { Activity } from "../activity/activity.ts";
import type { RecordedOnce } from "../duplicates/group-runs.ts";
import { matchSessions } from "../matching/match-sessions.ts";
import type { Links, Matching } from "../matching/matching.ts";
import { type PlannedSession, plannedSessionsOf } from "../matching/planned-session.ts";
import { type RunSummary, summaryFrom } from "../matching/run-summary.ts";
import type { SpeedProfile } from "../matching/speed-profile.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";
import { linksToBelieved } from "./believed.ts";

/** One of an athlete's plans. */
export interface PlanOfAthlete {
  readonly planId: string;
  readonly plan: Pick<Plan, "weeks" | "paces">;
}

/** All plans of an athlete beside all runs. Sessions are named `plan:session`. */
export interface PlansMatched {
  readonly sessions: readonly PlannedSession[];
  readonly matching: Matching;
}

export const sessionKey = (planId: string, sessionId: string): string => `${planId}:${sessionId}`;

/**
 * Finds the sessions of all plans among all runs at once, so that no run is two sessions. As on the calendar a day
 * belongs to the newest plan that covers it; plans come oldest first. Links name sessions by their key.
 */
export function matchPlans(
  plans: readonly PlanOfAthlete[],
  runs: readonly RecordedOnce[],
  speedsOf: (activity: Activity) => SpeedProfile,
  links: Links,
  rules: ActivityRules,
): PlansMatched {
  const spans = plans.flatMap(spanOf);
  const ownerOn = (day: CalendarDate): Span | undefined =>
    spans.findLast(({ first, last }) => first <= day && day <= last);
  const sessions = spans.flatMap((span) =>
    plannedSessionsOf(span.plan)
      .filter(({ day }) => ownerOn(day) === span)
      .map((session) => ({ ...session, id: sessionKey(span.planId, session.id) })),
  );
  const linked = new Set(links.linked.flatMap(({ runIds }) => runIds));
  const summaries = runs.flatMap(({ activity, duplicates }): readonly RunSummary[] => {
    const day = activity.start?.day;
    const owner = day === undefined ? undefined : nearest(spans, ownerOn, day);
    if (day === undefined) return [];
    if (owner === undefined && ![activity, ...duplicates].some(({ id }) => linked.has(id))) return [];
    const summary = summaryFrom(activity, speedsOf(activity), owner?.plan.paces ?? null);
    return summary === null ? [] : [withOwner(summary, owner)];
  });
  const matching = matchSessions(sessions, summaries, linksToBelieved(links, runs), rules.matching);
  return { sessions, matching };
}

interface Span extends PlanOfAthlete {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

function spanOf({ plan, planId }: PlanOfAthlete): readonly Span[] {
  const [first, last] = [plan.weeks[0]?.days[0]?.date, plan.weeks.at(-1)?.days.at(-1)?.date];
  return first === undefined || last === undefined ? [] : [{ plan, planId, first, last }];
}

const NEAR_DAYS = 7;

/** The plan of the day; just before and after a plan a run may still be one of its sessions. */
const nearest = (
  spans: readonly Span[],
  ownerOn: (day: CalendarDate) => Span | undefined,
  day: CalendarDate,
): Span | undefined =>
  ownerOn(day) ??
  spans.findLast(({ first, last }) => addDays(first, -NEAR_DAYS) <= day && day <= addDays(last, NEAR_DAYS));

/** A marker that names a session alone means that of the plan of its day. */
const withOwner = (summary: RunSummary, owner: Span | undefined): RunSummary =>
  summary.marker === null || summary.marker.includes(":") || owner === undefined
    ? summary
    : { ...summary, marker: sessionKey(owner.planId, summary.marker) };
