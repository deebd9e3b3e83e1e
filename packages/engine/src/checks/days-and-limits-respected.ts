import type { DayFacts, PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { atMost, holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const daysAndLimitsRespected = defineLaw({
  id: "S5",
  name: "days-and-limits-respected",
  sentence:
    "No run on an unavailable day, no session over its day's time limit, and the long run on the chosen day unless a reason is given.",
  reason: "A session that life has no room for is a missed session.",
  severity: "must",
  quantity: "duration",
  shape: "plan",
  judge: (facts) =>
    judgementOf(
      [
        ...unavailableFindings(facts),
        ...closedFindings(facts),
        ...limitFindings(facts),
        ...longRunDayFindings(facts),
      ],
      "no run and no wish",
    ),
});

function unavailableFindings({ plan, days }: PlanFacts): readonly Finding[] {
  const findings: Finding[] = [];
  for (const day of days) {
    if (!plan.request.unavailable.includes(day.weekday)) continue;
    const runs = day.runs.filter((run) => !run.isGoalRace).length;
    findings.push(
      atMost(runs, 0, "breach", { quantity: "count", week: day.week, why: "a run on an unavailable day" }),
    );
  }
  return findings;
}

/** Blocked days and pauses; a run that was done on one all the same is past. */
function closedFindings({ change, days }: PlanFacts): readonly Finding[] {
  if (change === null) return [];
  return days
    .filter((day) => day.epochDay >= change.from && change.closed.has(day.epochDay))
    .map((day) =>
      atMost(day.runs.length, 0, "breach", {
        quantity: "count",
        week: day.week,
        why: "a run on a blocked day",
      }),
    );
}

function limitFindings({ plan, days }: PlanFacts): readonly Finding[] {
  const findings: Finding[] = [];
  for (const day of days) {
    const limit = plan.request.dayLimits[day.weekday];
    if (limit === undefined) continue;
    for (const session of day.sessions) {
      if (session.kind === "race") continue;
      const seconds = Math.max(session.seconds, session.optionB?.seconds ?? 0);
      // Seconds that follow from a distance carry a fraction, which no clock on a wall shows.
      const why = "a session is longer than its day allows";
      findings.push(atMost(Math.floor(seconds), limit, "breach", { week: day.week, why }));
    }
  }
  return findings;
}

/** Within the last seven days, and in the week of a tune-up race, the race sets the days. */
function longRunDayFindings({ change, plan, weeks }: PlanFacts): readonly Finding[] {
  const { longRunDay } = plan.request;
  const moved = plan.adjustments.filter((adjustment) => adjustment.wish === "long_run_day");
  const allowed = [longRunDay, ...moved.map((adjustment) => adjustment.given)];
  const isFree = moved.some((adjustment) => adjustment.given === null);
  const findings: Finding[] = [];
  for (const week of weeks) {
    const run = week.longRun;
    const chosen = week.days.find((day) => day.weekday === longRunDay);
    const raceDecides = week.tuneUp !== null || (chosen !== undefined && chosen.daysToRace < 7);
    if (run === null || raceDecides || isFree || isArranged(week, chosen, change)) continue;
    const why = "the long run stands on another day, without a reason";
    findings.push(holdsOrBreaks(allowed.includes(run.weekday), why, week.number));
  }
  return findings;
}

/** Where sessions were moved, days closed or a break has just ended, or the chosen day is past, that is the reason. */
const isArranged = (
  { days }: WeekFacts,
  chosen: DayFacts | undefined,
  change: PlanFacts["change"],
): boolean =>
  change !== null &&
  ((chosen !== undefined && chosen.epochDay < change.from) ||
    days.some(
      ({ epochDay }) =>
        change.arranged.has(epochDay) ||
        change.closed.has(epochDay) ||
        change.breaks.some(({ back }) => epochDay >= back && epochDay < back + 7),
    ));
