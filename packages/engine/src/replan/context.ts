import type { CalendarDate } from "../units/calendar-date.ts";
import { type Summit, summitFor } from "./sooner-race.ts";
import { closedDaysOf } from "../plan/change-facts.ts";
import { factsOf } from "../plan/facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import type { Adjustment, Plan, PlanWeek } from "../plan/plan.ts";
import { type PlanChange, raceWishedIn } from "../plan/plan-change.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** A change on its way: the plan that it meets, and what it will be remembered as. */
export interface ChangeContext {
  readonly plan: Plan;
  readonly change: PlanChange;
  readonly rulebook: Rulebook;
  /** Days since 1970-01-01 that are closed for running, by this change or an earlier one. */
  readonly closed: ReadonlySet<number>;
  /** The plan before, measured. */
  readonly before: PlanFacts;
  /** Ways of building that may still be laid out: most of the time of an answer goes into these. */
  readonly mayLayOut: Allowance;
  /** What a course may lead up to at most; null where the plan's own peak is the only bound. */
  readonly summit: () => Summit | null;
}

/** Says yes so many times, and no from then on. */
export type Allowance = () => boolean;

export function allowanceOf(times: number): Allowance {
  let left = times;
  return () => {
    left -= 1;
    return left >= 0;
  };
}

export const contextOf = (
  plan: Plan,
  change: PlanChange,
  rulebook: Rulebook,
  mayLayOut: Allowance = allowanceOf(Infinity),
): ChangeContext => ({
  plan,
  change,
  rulebook,
  closed: closedDaysOf([...(plan.changes ?? []), change]),
  before: factsOf(plan, rulebook),
  mayLayOut,
  summit: once(() => summitFor(plan, change, raceWishedIn(change.wish) ?? plan.raceDate, rulebook)),
});

/** A plan more has to be made for it: only where it is asked for, and then for all who ask. */
function once<T>(reckon: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: reckon() }).value;
}

/** One way to answer a change: what is new about the plan. */
export interface Draft {
  readonly weeks: readonly PlanWeek[];
  readonly request?: Plan["request"];
  readonly daysPerWeek?: number;
  readonly adjustments?: readonly Adjustment[];
  /** Only as it is: another draft that needs no run to give way in size may follow. */
  readonly isFinal?: boolean;
}

/** Whether the first day that may change lies after a date. */
export const isPast = (date: CalendarDate, { change }: ChangeContext): boolean => date < change.from;
