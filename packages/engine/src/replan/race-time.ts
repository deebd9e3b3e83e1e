import { racePredictionOf } from "../pace/race-prediction.ts";
import { longBreakOf } from "../plan/long-break.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import { isRepeat, type Plan, type Session } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Pacing, stepByDistance } from "../workout/pacing.ts";
import { raceSession } from "../workout/session.ts";
import { pacingOf } from "./reshape.ts";
import { isRace, withSessions } from "./weeks.ts";

/** How a race is run that no time holds for. */
const BY_EFFORT = "by effort, with no time in mind";

/**
 * Law C2: after a break that asks for a new base no time from before it holds. The race is prescribed by effort then,
 * its duration reckoned with easy running, and nothing is predicted; where a report takes the break back the race has
 * its time again. The very same plan where it says so already.
 */
export function withRaceTime(plan: Plan, facts: PlanFacts, rulebook: Rulebook): Plan {
  const isLost = longBreakOf(facts) !== null;
  const pacing = pacingOf(plan, rulebook);
  const weeks = withSessions(plan.weeks, (session) => {
    if (!isRace(session) || isByEffort(session) === isLost) return session;
    return { ...session, ...(isLost ? withoutTime(session, pacing) : timed(session, pacing)) };
  });
  if (weeks.every((week, i) => week === plan.weeks[i])) return plan;
  const { prediction: _, ...rest } = plan;
  const { distance, request } = plan;
  if (isLost || request.result === null) return { ...rest, weeks };
  return { ...rest, weeks, prediction: racePredictionOf(request.result, distance, rulebook) };
}

type Run = Pick<Session, "seconds" | "steps">;

const isByEffort = ({ steps }: Run): boolean =>
  steps.some((step) => !isRepeat(step) && step.effort === BY_EFFORT);

function withoutTime({ metres }: Session, pacing: Pacing): Run {
  const { seconds } = stepByDistance("easy", metres, pacing);
  return { seconds, steps: [{ zone: "race", by: "distance", metres, seconds, effort: BY_EFFORT }] };
}

function timed({ title, metres }: Session, pacing: Pacing): Run {
  const { seconds, steps } = raceSession(title, metres, pacing);
  return { seconds, steps };
}
