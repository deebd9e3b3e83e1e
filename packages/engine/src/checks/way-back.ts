import { isLostDay, isReturnWeek } from "../plan/change-facts.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { WeekKind } from "../plan/vocabulary.ts";
import { grownBy } from "./judgement.ts";
import { returnRowOf } from "./return-row.ts";
import { weeksBefore } from "./weekly-high.ts";

/** What was run before a break is the highest of so many weeks, as law V1 has it. */
const WEEKS_BEFORE = 4;

/** Weeks that lead back from a break: those of return, and the taper where the race allows no others. */
const LEADING_BACK: readonly WeekKind[] = ["return", "taper", "race"];

/**
 * Whether a week gives back what a break has taken: one on the way back from it, without a hard session unless it
 * holds no more than the week before.
 */
export function isGivenBack(facts: PlanFacts, index: number): boolean {
  const { weeks, change } = facts;
  const week = weeks[index];
  if (week === undefined || !LEADING_BACK.includes(week.source.kind)) return false;
  if (week.source.kind === "return" && !isReturnWeek(week, change)) return false;
  if (lastLostBefore(facts, index) < 0) return false;
  const before = weeks[index - 1]?.metresLeast ?? 0;
  return week.metresMost <= before || week.runs.every(({ quality }) => !quality);
}

/**
 * What law C2 lets the first seven days be, grown by the step of law V1 from week to week, up to the highest week
 * before the break.
 */
export function givenBackMost(facts: PlanFacts, index: number): number {
  const { weeks, rules } = facts;
  const lost = lastLostBefore(facts, index);
  const level = levelBefore(facts, index);
  const first = (weeks[lost]?.metres ?? 0) > 0 ? lost : lost + 1;
  let most = level * shareBack(facts, index);
  for (let week = first; week < index; week += 1) most = grownBy(most, rules.laws.V1);
  return Math.min(level, most);
}

/** The share that law C2 allows after the longest of the breaks that a week comes back from. */
function shareBack({ weeks, change, rules }: PlanFacts, index: number): number {
  const last = weeks[index]?.days.at(-1)?.epochDay ?? 0;
  const since = weeks[brokenFrom({ weeks, change }, index)]?.days[0]?.epochDay ?? 0;
  const behind = change?.everyBreak.filter((one) => one.first <= last && one.firstRun >= since) ?? [];
  const days = Math.max(0, ...behind.map((one) => one.days));
  return returnRowOf(days, rules.laws.C2)?.weekShare?.max ?? 1;
}

/** What was run before the break in the month of a week; 0 where there is none. */
export const brokenLevel = (facts: PlanFacts, index: number): number =>
  lastLostBefore(facts, index) < 0 ? 0 : levelBefore(facts, index);

/**
 * The highest of the weeks before a break and of those since. Where nothing is known the first week says whom the plan
 * is for, as planned.
 */
export function levelBefore(facts: PlanFacts, index: number): number {
  const from = brokenFrom(facts, index) - WEEKS_BEFORE;
  const known = from < 0 ? weeksBefore(facts, -from) : [];
  const run = facts.weeks.slice(Math.max(0, from), index).map((week) => week.metresLeast);
  const unknown = from < 0 && known.length === 0 ? facts.opening.metres : 0;
  return Math.max(unknown, ...known, ...run);
}

/** The first week of the break that a week comes back from; its own where there is none. */
function brokenFrom({ weeks, change }: Pick<PlanFacts, "weeks" | "change">, index: number): number {
  const isBroken = (week: WeekFacts | undefined): boolean =>
    week !== undefined && (isReturnWeek(week, change) || isLost(week, change));
  let from = Math.max(0, index - WEEKS_BEFORE + 1);
  while (from < index && !isBroken(weeks[from])) from += 1;
  while (from > 0 && isBroken(weeks[from - 1])) from -= 1;
  return from;
}

/** The last week up to this one that lost as many days as it had runs; -1 where there is none. */
function lastLostBefore({ weeks, change }: PlanFacts, index: number): number {
  const from = brokenFrom({ weeks, change }, index);
  return weeks.findLastIndex((week, i) => i >= from && i <= index && isLost(week, change));
}

function isLost({ days, runDays }: WeekFacts, change: PlanFacts["change"]): boolean {
  const lost = days.filter((day) => isLostDay(change, day)).length;
  return lost > 0 && lost >= runDays;
}
