import { isLostDay, isReturnWeek } from "../plan/change-facts.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { Growth, TwoWeeks } from "../rulebook/law-limits.ts";
import { atMost, grownBy, type Finding } from "./judgement.ts";

const WEEKS_BEFORE = 4;

/** From which week on growth is reckoned: 1 is the week before. */
interface Climb {
  readonly weeksBack: number;
  /** Reckoned from larger weeks growth is as it likes. */
  readonly belowMetres: number;
  readonly remark: Pick<Finding, "why">;
}

const ONE_WEEK: Climb = { weeksBack: 1, belowMetres: Number.POSITIVE_INFINITY, remark: {} };

/** Two steps in a row: each may be within the law, and both together too much for a small week. */
export const inTwoWeeks = ({ belowMetres }: TwoWeeks): Climb => ({
  weeksBack: 2,
  belowMetres,
  remark: { why: "two steps in a row, counted together" },
});

/**
 * Every week against the highest of the four before it; weeks before the plan count where they are known.
 * Only running is counted against running: the walks of builders are left out.
 * Weeks without a run in a break are none of the four: how to come back from it is for law C2 to say.
 * With options the higher way through the week meets the lower ways through those before.
 */
export function weeklyHighFindings(
  facts: PlanFacts,
  growth: Growth,
  beyond: "breach" | "flag",
  { weeksBack, belowMetres, remark }: Climb = ONE_WEEK,
): readonly Finding[] {
  const earlier = [...metresBefore(facts)];
  const findings: Finding[] = [];
  for (const week of facts.weeks) {
    const counted = earlier.length - weeksBack + 1;
    const highest = Math.max(...earlier.slice(-WEEKS_BEFORE - weeksBack + 1, counted));
    const isNewHigh = earlier.slice(counted).every((metres) => metres < week.runMetresMost);
    const isCounted = Number.isFinite(highest) && highest < belowMetres && isNewHigh;
    if (isCounted && !isReturnWeek(week, facts.change))
      findings.push(
        atMost(week.runMetresMost, grownBy(highest, growth), beyond, { ...remark, week: week.number }),
      );
    if (!isWhollyLost(week, facts))
      earlier.push(week === facts.weeks[0] ? openingOf(week, facts) : week.runMetresLeast);
  }
  return findings;
}

/**
 * The weeks before the plan, oldest first, where so many are known: from the history, or the stated mean
 * in place of each.
 */
export function weeksBefore({ plan, knownWeeklyMetres }: PlanFacts, count: number): readonly number[] {
  const weeks = plan.request.history?.weeks.slice(-count) ?? [];
  if (weeks.length > 0) return weeks.length < count ? [] : weeks.map((week) => week.metres);
  return knownWeeklyMetres === null ? [] : Array.from({ length: count }, () => knownWeeklyMetres);
}

function metresBefore({ plan, knownWeeklyMetres }: PlanFacts): readonly number[] {
  const weeks = plan.request.history?.weeks.slice(-WEEKS_BEFORE) ?? [];
  if (weeks.length > 0) return weeks.map((week) => week.metres);
  return knownWeeklyMetres === null ? [] : [knownWeeklyMetres];
}

const isWhollyLost = ({ days, metres }: WeekFacts, { change }: PlanFacts): boolean =>
  metres === 0 && days.some((day) => isLostDay(change, day));

/** Where nothing is known the first week says whom the plan is for: as planned, when less of it was run. */
const openingOf = (week: WeekFacts, { opening, change, knownWeeklyMetres }: PlanFacts): number =>
  knownWeeklyMetres === null && change !== null && change.otherwise.size > 0
    ? Math.max(week.runMetresLeast, opening.metres)
    : week.runMetresLeast;
