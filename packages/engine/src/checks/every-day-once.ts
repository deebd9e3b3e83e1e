import type { PlanFacts } from "../plan/measured-plan.ts";
import { judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const everyDayOnce = defineLaw({
  id: "S9",
  name: "every-day-once",
  sentence:
    "The dates run on without gap, every day stands there once, and weeks begin on the athlete's first weekday.",
  reason: "One day lost or doubled shifts every session after it.",
  severity: "must",
  shape: "plan",
  judge: (facts) =>
    judgementOf(
      [...weekFindings(facts), ...dateFindings(facts), ...identityFindings(facts)],
      "the plan has no weeks",
    ),
});

const check = (holds: boolean, week: number, why: string): Finding =>
  holds
    ? { verdict: "pass", measured: 0, limit: 0 }
    : { verdict: "breach", measured: 1, limit: 0, week, why };

function weekFindings({ plan, weeks }: PlanFacts): readonly Finding[] {
  return weeks.flatMap((week, index) => [
    check(week.number === index + 1, week.number, "the weeks are not numbered one by one"),
    check(week.days.length === 7, week.number, "a week has other than seven days"),
    check(week.days[0]?.weekday === plan.request.weekStart, week.number, "a week begins on another weekday"),
  ]);
}

function dateFindings({ days }: PlanFacts): readonly Finding[] {
  return days.map((day, index) => {
    const previous = days[index - 1];
    return check(
      previous === undefined || day.epochDay === previous.epochDay + 1,
      day.week,
      "a day is missing, doubled or out of order",
    );
  });
}

/** Whoever moves, swaps or completes a session names it by its id. */
function identityFindings({ days }: PlanFacts): readonly Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const day of days) {
    for (const { id } of day.sessions) {
      if (seen.has(id)) findings.push(check(false, day.week, "two sessions have the same id"));
      seen.add(id);
    }
  }
  return findings;
}
