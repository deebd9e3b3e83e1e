import type { PlanPhase, PlanWeek } from "../plan/plan.ts";

/** Weeks in a row of one phase. */
export type PhaseSpan = Omit<PlanPhase, "why">;

/** The phases of a plan in their order; a phase that was cut in two by hand is told twice. */
export function phasesOf(weeks: readonly PlanWeek[]): readonly PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  for (const { phase, week } of weeks) {
    const last = spans.at(-1);
    if (last?.phase === phase) spans[spans.length - 1] = { ...last, lastWeek: week };
    else spans.push({ phase, firstWeek: week, lastWeek: week });
  }
  return spans;
}
