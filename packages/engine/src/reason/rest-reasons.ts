import type { DayFacts, WeekFacts } from "../plan/measured-plan.ts";
import { takenOut } from "./changed-days.ts";
import { besideOf } from "./calendar.ts";
import type { RestReason } from "./session-reason.ts";
import type { Story } from "./story.ts";

/** Why a day has no run. */
export function restReasonsOf(day: DayFacts, week: WeekFacts, story: Story): readonly RestReason[] {
  if (day.daysToRace < 0) return [{ kind: "rest_after_race", law: "S1", days: -day.daysToRace }];
  return [...notFree(day, story), ...besideReasons(day, story), daysAsked(week, story)];
}

function notFree(day: DayFacts, { facts, rulebook }: Story): readonly RestReason[] {
  const { weekday } = day;
  const { unavailable, dayLimits } = facts.plan.request;
  const later = takenOut(day, { facts });
  if (later.length > 0) return later;
  if (unavailable.includes(weekday))
    return [{ kind: "rest_not_free", wish: "unavailable", weekday, limitSeconds: null }];
  const limitSeconds = dayLimits[weekday];
  if (limitSeconds === undefined || limitSeconds >= rulebook.days.runSecondsMin) return [];
  return [{ kind: "rest_not_free", wish: "dayLimits", weekday, limitSeconds }];
}

function besideReasons(day: DayFacts, { facts }: Story): readonly RestReason[] {
  const after = besideOf(day, -1, facts);
  const before = besideOf(day, 1, facts);
  return [
    ...(after === null
      ? []
      : [{ kind: "rest_after", law: after.session === "long" ? "L7" : "H1", after } as const]),
    ...(before === null
      ? []
      : [{ kind: "rest_before", law: before.session === "race" ? "S2" : "H1", before } as const]),
  ];
}

const daysAsked = ({ runDays }: WeekFacts, { facts: { plan } }: Story): RestReason => ({
  kind: "rest_days",
  law: "S4",
  runDays,
  askedDays: plan.daysPerWeek,
});
