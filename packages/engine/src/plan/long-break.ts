import { epochDay } from "../units/calendar-date.ts";
import type { Adjustment } from "./adjustment.ts";
import type { PlanFacts } from "./measured-plan.ts";

/** The last break so long that the plan has to begin with a new base, and what is left after it. Days. */
export interface LongBreak {
  readonly days: number;
  /** From the first day back to the race. */
  readonly daysBack: number;
  /** Whether a week of base is run between the break and the race. */
  readonly hasBase: boolean;
}

/** Null where no break of the plan was that long. */
export function longBreakOf({ change, plan, weeks }: LongBreakFacts): LongBreak | null {
  const last = change?.longBreaks.at(-1);
  if (last === undefined) return null;
  const hasBase = weeks.some(
    ({ days, metres, source }) =>
      source.phase === "base" && metres > 0 && days.some(({ epochDay }) => epochDay >= last.back),
  );
  return { days: last.days, daysBack: Math.max(0, epochDay(plan.raceDate) - last.back), hasBase };
}

type LongBreakFacts = Pick<PlanFacts, "change" | "plan" | "weeks">;

/** An honest word about the race where a break was that long, and none where there was none: what was said before is over. */
export function withBreakWord(
  adjustments: readonly Adjustment[],
  facts: LongBreakFacts,
): readonly Adjustment[] {
  const lost = longBreakOf(facts);
  const others = adjustments.filter(({ wish }) => wish !== "break" && wish !== "break_to_race");
  if (lost === null) return others.length === adjustments.length ? adjustments : others;
  const word: Adjustment = lost.hasBase
    ? { wish: "break", law: "C2", asked: lost.days, given: null }
    : { wish: "break_to_race", law: "C2", asked: lost.days, given: lost.daysBack };
  return [...others, word];
}
