import { factsOf } from "../plan/facts.ts";
import { loadOf, loadWeightsOf } from "../plan/load.ts";
import type { DayFacts, OptionFacts, PlanFacts, PlanUnderLaw, RunFacts } from "../plan/measured-plan.ts";
import type { PlanDay, PlanPhase, PlanWeek, Session } from "../plan/plan.ts";
import { ZONES, type Zone } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type CalendarDate, epochDay } from "../units/calendar-date.ts";
import { restReasonsOf } from "./rest-reasons.ts";
import type { RestReason } from "./session-reason.ts";
import { storyOf } from "./story.ts";
import { type ExplainedPlan, withReasons } from "./with-reasons.ts";

/** All that there is to say about a day of a plan. */
export interface ExplainedDay {
  readonly plan: ExplainedPlan;
  readonly day: PlanDay;
  readonly daysToRace: number;
  readonly week: PlanWeek;
  readonly phase: PlanPhase;
  /** Why nothing is run; empty on days with a run. */
  readonly rest: readonly RestReason[];
  /** Both ways to run each session that offers two, in the order of the day. */
  readonly comparisons: readonly OptionComparison[];
}

export interface OptionComparison {
  readonly sessionId: string;
  readonly a: OptionFigures;
  readonly b: OptionFigures;
}

/** What a way to run a session asks for. */
export interface OptionFigures {
  readonly title: string;
  readonly metres: number;
  readonly seconds: number;
  /** Minutes weighted by their zone, as law O1 has them. */
  readonly load: number;
  /** From the slowest zone to the fastest; zones that do not occur are left out. */
  readonly zones: readonly { readonly zone: Zone; readonly seconds: number }[];
}

/** Explains one day. Null where the plan does not hold it. */
export function explainDay(plan: PlanUnderLaw, date: CalendarDate, rulebook: Rulebook): ExplainedDay | null {
  const facts = factsOf(plan, rulebook);
  const day = facts.dayAt.get(epochDay(date));
  const measured = facts.weeks.find(({ number }) => number === day?.week);
  if (day === undefined || measured === undefined) return null;
  const explained = withReasons(plan, rulebook, facts);
  const week = explained.weeks.find((other) => other.week === day.week);
  const phase = explained.phases.find(
    ({ firstWeek, lastWeek }) => firstWeek <= day.week && day.week <= lastWeek,
  );
  const planDay = week?.days.find((other) => other.date === date);
  if (week === undefined || phase === undefined || planDay === undefined) return null;
  return {
    plan: explained,
    day: planDay,
    daysToRace: day.daysToRace,
    week,
    phase,
    rest: day.runs.length > 0 ? [] : restReasonsOf(day, measured, storyOf(facts, rulebook)),
    comparisons: comparisonsOf(day, facts),
  };
}

function comparisonsOf({ runs }: DayFacts, facts: PlanFacts): readonly OptionComparison[] {
  const weights = loadWeightsOf(facts.plan.paces, facts.rules.laws.O1.weights);
  const figures = ({ title, metres, seconds, ...option }: OptionFacts): OptionFigures => ({
    title,
    metres,
    seconds,
    load: loadOf(option, weights),
    zones: ZONES.map((zone) => ({ zone, seconds: option.doses.seconds[zone] })).filter(
      (at) => at.seconds > 0,
    ),
  });
  return runs.flatMap(({ written, options, session }: RunFacts) => {
    const other = options.find((option) => option !== written);
    return other === undefined ? [] : [{ sessionId: idOf(session), a: figures(written), b: figures(other) }];
  });
}

const idOf = ({ id }: Session): string => id;
