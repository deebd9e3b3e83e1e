import { contrastOf } from "../plan/measure-contrast.ts";
import { factsOf } from "../plan/facts.ts";
import type { DayFacts, PlanFacts, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Plan, PlanWeek, Session } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { phaseReasonsOf } from "./phase-reasons.ts";
import { phasesOf } from "./phases.ts";
import { sessionReasonsOf } from "./session-reasons.ts";
import { type Story, storyOf } from "./story.ts";
import { weekReasonsOf } from "./week-reasons.ts";
import { workoutCardsOf } from "./workout-cards.ts";

/** A plan with its reasons and the definitions it uses; all that it lacks is the certificate. */
export type ExplainedPlan = Omit<Plan, "certificate">;

/**
 * Writes into a finished plan why each phase, week and session is there. Everything is measured on the plan
 * itself, so that a plan that was edited or planned anew is explained like one that was just made; reasons
 * it had before are replaced.
 * @param facts the measured plan, where the caller has it already
 */
export function withReasons<P extends PlanUnderLaw>(
  plan: P,
  rulebook: Rulebook,
  facts: PlanFacts = factsOf(plan, rulebook),
): P & ExplainedPlan {
  const story = storyOf(facts, rulebook);
  return {
    ...plan,
    phases: phasesOf(plan.weeks).map((span, index) => ({
      ...span,
      why: phaseReasonsOf(span, index === 0, story),
    })),
    weeks: facts.weeks.map((week) => explainedWeek(week, story)),
    workouts: workoutCardsOf(plan.weeks, rulebook),
  };
}

const explainedWeek = (week: PlanFacts["weeks"][number], story: Story): PlanWeek => ({
  ...week.source,
  days: week.days.map((day) => ({
    date: day.date,
    sessions: day.sessions.map((session) => ({
      ...withContrast(session, day),
      why: sessionReasonsOf(session, day, week, story),
    })),
  })),
  why: weekReasonsOf(week, story),
});

/** Fields that are told anew leave first: a plan told twice has them in the same order, byte for byte. */
function withContrast({ contrast: _, why: __, ...session }: Session, { runs }: DayFacts): Session {
  const run = runs.find((other) => other.session.id === session.id);
  const b = run?.options.find((option) => option !== run.written);
  const contrast = run === undefined || b === undefined ? null : contrastOf(run.written, b);
  return contrast === null ? session : { ...session, contrast };
}
