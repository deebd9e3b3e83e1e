import type { PlanFacts } from "../plan/measured-plan.ts";
import type { Growth } from "../rulebook/law-limits.ts";
import { atMost, grownBy, type Finding } from "./judgement.ts";

const WEEKS_BEFORE = 4;

/**
 * Every week against the highest of the four before it; weeks before the plan count where they are known.
 * How much a week of return may hold is for law C2 to say.
 * Only running is counted against running: the walks of builders are left out.
 * With options the higher way through the week meets the lower ways through those before.
 */
export function weeklyHighFindings(
  facts: PlanFacts,
  growth: Growth,
  beyond: "breach" | "flag",
): readonly Finding[] {
  const before = metresBefore(facts);
  const least = [...before, ...facts.weeks.map((week) => week.runMetresLeast)];
  const findings: Finding[] = [];
  facts.weeks.forEach((week, index) => {
    if (week.source.kind === "return") return;
    const end = before.length + index;
    const highest = Math.max(...least.slice(Math.max(0, end - WEEKS_BEFORE), end));
    if (!Number.isFinite(highest)) return;
    findings.push(atMost(week.runMetresMost, grownBy(highest, growth), beyond, { week: week.number }));
  });
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
