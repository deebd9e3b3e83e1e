import type { PlanFacts } from "../plan/measured-plan.ts";
import { holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const everyDayOnce = defineLaw({
  id: "S9",
  name: "every-day-once",
  sentence:
    "The dates run on without gap, every day stands there once, and weeks begin on the athlete's first weekday.",
  reason: "One day lost or doubled shifts every session after it.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts) =>
    judgementOf(
      [...weekFindings(facts), ...dateFindings(facts), ...identityFindings(facts)],
      "the plan has no weeks",
    ),
});

function weekFindings({ plan, weeks }: PlanFacts): readonly Finding[] {
  return weeks.flatMap((week, index) => [
    holdsOrBreaks(week.number === index + 1, "the weeks are not numbered one by one", week.number),
    holdsOrBreaks(week.days.length === 7, "a week has other than seven days", week.number),
    holdsOrBreaks(
      week.days[0]?.weekday === plan.request.weekStart,
      "a week begins on another weekday",
      week.number,
    ),
  ]);
}

function dateFindings({ days }: PlanFacts): readonly Finding[] {
  const findings: Finding[] = [];
  let expected = days[0]?.epochDay ?? 0;
  for (const day of days) {
    if (day.epochDay !== expected)
      findings.push(holdsOrBreaks(false, "a day is missing, doubled or out of order", day.week));
    expected = day.epochDay + 1;
  }
  return findings;
}

/** Whoever moves, swaps or completes a session names it by its id. */
function identityFindings({ days }: PlanFacts): readonly Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const day of days) {
    for (const { id } of day.sessions) {
      if (seen.has(id)) findings.push(holdsOrBreaks(false, "two sessions have the same id", day.week));
      seen.add(id);
    }
  }
  return findings;
}
