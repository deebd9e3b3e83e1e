import { planningPacesOf } from "../pace/training-paces.ts";
import { isRepeat, type Plan, type Session, type SessionOption, type Step } from "../plan/plan.ts";
import type { Zone } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import { onTrails } from "../workout/option-b.ts";
import { ladderOf } from "../workout/ladder.ts";
import { type Pacing, stepByDistance, stepByTime } from "../workout/pacing.ts";
import { longSession, sessionFrom, steadySession, touchSession } from "../workout/session.ts";
import { totalsOf } from "../workout/totals.ts";
import { NEW_ID } from "./ids.ts";

/** The paces that a plan was made with. */
export const pacingOf = ({ paces, distance, tier }: Plan, rulebook: Rulebook): Pacing => ({
  paces: paces ?? planningPacesOf(distance, tier, rulebook),
  estimated: paces === null,
  rules: rulebook.pace,
});

/** An easy run of the same distance in place of a hard one; a long run stays a long run. */
export function easedSession(session: Session, plan: Plan, rulebook: Rulebook): Session {
  if (session.kind !== "long") return easyRun(session.metres, plan, rulebook);
  const pacing = pacingOf(plan, rulebook);
  const long = longSession(workout("long-easy", rulebook), null, session.metres, rulebook.longRun, pacing);
  const optionB = plan.tier === "builder" ? {} : { optionB: onTrails(long) };
  // The same long run without the work inside: who looks for it finds it under its id.
  return { id: session.id, ...long, ...optionB };
}

/** An easy run, a session of its own. */
export const easyRun = (metres: number, plan: Plan, rulebook: Rulebook): Session => ({
  id: NEW_ID,
  ...steadySession(workout("easy-run", rulebook), "easy", metres, pacingOf(plan, rulebook)),
});

/** Zones that ask for no effort. */
const GENTLE: readonly Zone[] = ["walk", "recovery", "easy"];

const isGentleStep = (step: Step): boolean =>
  isRepeat(step)
    ? step.steps.every(isGentleStep)
    : GENTLE.includes(step.zone) && (step.effort === undefined || step.zone === "walk");

/** Walking and easy running alone, whichever option is taken. */
export const isGentle = ({ steps, optionB }: Session): boolean =>
  [...steps, ...(optionB?.steps ?? [])].every(isGentleStep);

/** The session with nothing in it but easy running, and the walks of a builder: for whoever hurts or is ill. */
export function gentleSession(session: Session, plan: Plan, rulebook: Rulebook): Session {
  const steps = session.steps.filter(isGentleStep);
  if (plan.tier !== "builder" || !steps.some(isRepeat)) return easedSession(session, plan, rulebook);
  return { id: NEW_ID, ...sessionFrom(workout("run-walk", rulebook), steps, pacingOf(plan, rulebook)) };
}

/** An easy run that ends with a few strides, no longer than it was; null where it is too short for any. */
export function stridesSession(session: Session, plan: Plan, rulebook: Rulebook): Session | null {
  const pacing = pacingOf(plan, rulebook);
  const [least] = rulebook.quality.touchSeconds;
  const facts = {
    stimulus: "strides",
    longRun: null,
    phase: "taper",
    distance: plan.distance,
    tier: plan.tier,
  } as const;
  const ladder = ladderOf(facts, { seconds: least, secondsMax: session.metres }, pacing, rulebook);
  const work = ladder.find(({ metres }) => metres <= session.metres * rulebook.quality.touchShareMax);
  return work === undefined ? null : { id: NEW_ID, ...touchSession(work, session.metres, pacing) };
}

export function workout(id: string, rulebook: Rulebook): WorkoutDefinition {
  const definition = rulebook.workouts.find((one) => one.id === id);
  if (definition === undefined)
    throw new Error(`The workout library has no "${id}", which every plan needs.`);
  return definition;
}

/** Zones that a session may hold more or less of and stay what it is. */
const ELASTIC: readonly Zone[] = ["recovery", "easy"];

/** What is left of the easy running of a session that is cut short. */
export const ELASTIC_SHARE_MIN = 0.2;

/** Runs with walks between them give way by whole sets; sets of faster pieces are the work of a session. */
const isElastic = (step: Step): boolean =>
  isRepeat(step)
    ? step.steps.every((one) => !isRepeat(one) && (one.zone === "walk" || ELASTIC.includes(one.zone)))
    : ELASTIC.includes(step.zone);

/** Metres of a session that can give way without touching its work. */
export const elasticMetresOf = ({ steps }: Pick<SessionOption, "steps">): number =>
  totalsOf(steps.filter(isElastic)).metres;

/**
 * A session cut to a share of its easy running, the work in it untouched. The same session when nothing
 * gives way.
 */
export function shortened(session: Session, share: number, pacing: Pacing): Session {
  const part = Math.max(ELASTIC_SHARE_MIN, share);
  if (part >= 1) return session;
  const way = <T extends Pick<SessionOption, "steps">>(option: T): T => {
    const steps = option.steps.flatMap((step) => (isElastic(step) ? cut(step, part, pacing) : [step]));
    return { ...option, steps, ...totalsOf(steps) };
  };
  const { optionB } = session;
  const less = way(session);
  // Runs in whole units cannot always give a little.
  if (less.metres >= session.metres) return session;
  return { ...less, ...(optionB === undefined ? {} : { optionB: way(optionB) }) };
}

const UNIT_METRES = 100;
const UNIT_SECONDS = 60;

function cut(step: Step, share: number, pacing: Pacing): readonly Step[] {
  if (isRepeat(step)) {
    const repeat = Math.max(1, Math.floor(step.repeat * share));
    return repeat === 1 ? step.steps : [{ ...step, repeat }];
  }
  if (step.by === "time") {
    const seconds = Math.max(UNIT_SECONDS, Math.floor((step.seconds * share) / UNIT_SECONDS) * UNIT_SECONDS);
    return [stepByTime(step.zone, seconds, pacing, step.effort)];
  }
  const metres = Math.max(UNIT_METRES, Math.floor((step.metres * share) / UNIT_METRES) * UNIT_METRES);
  return [stepByDistance(step.zone, metres, pacing, step.effort)];
}
