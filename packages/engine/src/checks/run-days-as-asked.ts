import { isLostDay, isReturnWeek } from "../plan/change-facts.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { itemAt } from "../result/item-at.ts";

export const runDaysAsAsked = defineLaw({
  id: "S4",
  name: "run-days-as-asked",
  sentence:
    "Every build week has the run days of the plan, lighter weeks one or two fewer, and no week more; fewer than asked for needs a reason.",
  reason: "The days that somebody keeps free are a promise in both directions.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: (facts, limits) => {
    const lastFull = facts.weeks.findLast((week) => !week.touchesRaceWeek && week.runDays > 0);
    const findings: Finding[] = [...wishFindings(facts)];
    for (const week of facts.weeks) {
      const more = { week: week.number };
      findings.push(atMost(week.runDays, mostDaysOf(week, facts), "breach", more));
      const fewest = withoutLostDays(
        fewestDaysOf(week, facts, limits, week === lastFull),
        week,
        facts,
        limits,
      );
      findings.push(atLeast(week.runDays, fewest, "breach", more));
    }
    return judgementOf(findings, "");
  },
});

/** A course that was built anew may have fewer run days than the weeks that lead up to it. */
const mostDaysOf = (week: WeekFacts, { plan, change }: PlanFacts): number =>
  isReturnWeek(week, change) || itemAt(week.days, 0).epochDay < (change?.courseFrom ?? -Infinity)
    ? plan.request.daysPerWeek
    : plan.daysPerWeek;

function wishFindings({ plan }: PlanFacts): readonly Finding[] {
  const asked = plan.request.daysPerWeek;
  const hasReason = plan.adjustments.some((adjustment) => adjustment.wish === "days_per_week");
  return [
    atMost(plan.daysPerWeek, asked, "breach", { why: "the plan has more run days than asked for" }),
    ...(hasReason
      ? []
      : [
          atLeast(plan.daysPerWeek, asked, "breach", {
            why: "fewer run days than asked for, without a reason",
          }),
        ]),
  ];
}

/** A calendar week that holds part of the last seven days counts as race week: a race may fall on a Wednesday. */
function fewestDaysOf(
  week: WeekFacts,
  { plan }: PlanFacts,
  limits: LawLimits["S4"],
  isLastFull: boolean,
): number {
  const asked = plan.daysPerWeek;
  if (week.touchesRaceWeek)
    return Math.min(asked, possibleDaysOf(week, plan.request.unavailable)) - limits.raceWeekFewerMax;
  switch (week.source.kind) {
    case "cutback":
    case "return":
    case "race":
      return asked - limits.cutbackFewerMax;
    case "taper":
    case "tune_up":
      return asked - limits.lastFullWeekFewerMax;
    case "build":
      return isLastFull ? asked - limits.lastFullWeekFewerMax : asked;
  }
}

const possibleDaysOf = (week: WeekFacts, unavailable: readonly string[]): number =>
  week.days.filter(
    (day) => day.daysToRace === 0 || (day.daysToRace > 0 && !unavailable.includes(day.weekday)),
  ).length;

/** A closed or missed day may have been a run day, and no other day is run on in its place. */
const withoutLostDays = (
  fewest: number,
  week: WeekFacts,
  { change }: PlanFacts,
  { cutbackFewerMax }: LawLimits["S4"],
): number =>
  fewest -
  week.days.filter((day) => isLostDay(change, day)).length -
  (isReturning(week, change) ? cutbackFewerMax : 0);

/** The week in which a break ends, and the one that its first seven days reach into. */
const isReturning = (week: WeekFacts, change: PlanFacts["change"]): boolean =>
  change?.breaks.some(({ back }) =>
    week.days.some(({ epochDay }) => epochDay >= back && epochDay < back + 7),
  ) === true;
