import type { Plan } from "../plan.ts";
import { printWeek } from "./print-week.ts";

/** What the notation says of a plan: its race, its size and every session, without ids and certificate. */
export type PlanInNotation = Pick<Plan, "distance" | "tier" | "daysPerWeek" | "raceDate" | "weeks">;

/** A plan: one line about the whole, then every week with a line for each session. */
export function printPlan(plan: PlanInNotation): string {
  const { daysPerWeek, distance, raceDate, tier, weeks } = plan;
  const header = `${distance} ${tier}, ${weeks.length} weeks, ${daysPerWeek} days a week, race ${raceDate}`;
  return `${[header, ...weeks.map((week) => printWeek(week, "block"))].join("\n\n")}\n`;
}
