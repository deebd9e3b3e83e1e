import { metresLeastOf, metresMostOf } from "../plan/choices.ts";
import type { Rung, Stimulus, WorkoutDefinition } from "../rulebook/workout-definition.ts";
import { ladderOf, type Work } from "../workout/ladder.ts";
import { onTrails, optionBOf } from "../workout/option-b.ts";
import {
  type DraftSession,
  framedSession,
  longSession,
  steadySession,
  touchSession,
} from "../workout/session.ts";
import { secondsPerMetre } from "../workout/pacing.ts";
import { MARGINS } from "../volume/margins.ts";
import { runWalkSession } from "../workout/run-walk-session.ts";
import type { RunDay } from "./assign-roles.ts";
import { recoveryMetresMax } from "./size-week.ts";
import type { WeekContext, WeekWork } from "./week-context.ts";
import { itemAt } from "../result/item-at.ts";

/** A session and the day of the week it stands on. */
export interface PlacedSession {
  readonly day: number;
  readonly session: DraftSession;
}

/** Writes out the sessions of a week, each at its size. */
export function weekSessions(
  context: WeekContext,
  work: WeekWork,
  runs: readonly RunDay[],
  sizes: readonly number[],
): readonly PlacedSession[] {
  const placed = runs.map((run, i) => ({
    day: run.day,
    session: sessionFor(context, work, run, itemAt(sizes, i)),
  }));
  return withShortEve(placed, context.frame.longDay);
}

/**
 * Law L2 by any choice of options: where one could make the run on the day before the long run the second longest
 * of its week, second options have the distance of the first.
 */
function withShortEve(placed: readonly PlacedSession[], longDay: number): readonly PlacedSession[] {
  const eve = placed.find(({ day }) => longDay >= 0 && day === (longDay + 6) % 7)?.session;
  const others = placed.filter(({ session }) => session !== eve && session.kind !== "long");
  if (eve === undefined || others.length === 0) return placed;
  const longest = Math.max(...others.map(({ session }) => metresLeastOf(session)));
  if (metresMostOf(eve) <= longest) return placed;
  return placed.map(({ day, session }) => ({
    day,
    session:
      session.kind === "long" || session.optionB === undefined
        ? session
        : { ...session, optionB: onTrails(session) },
  }));
}

function sessionFor(
  context: WeekContext,
  work: WeekWork,
  { role, day }: RunDay,
  metres: number,
): DraftSession {
  const { pacing, rulebook } = context;
  const withWalks = runWalk(context, { role, day }, metres);
  if (withWalks !== null) return withWalks;
  switch (role.type) {
    case "long":
      return role.stimulus === null
        ? longRun(context, work.longRun, day, metres)
        : longWithStrides(context, role.stimulus, day, metres);
    case "quality":
      return withOption(role.work, day, context, (other) =>
        framedSession(other, metres, rulebook.days, pacing),
      );
    case "touch":
      return touch(context, role.stimulus, day, metres);
    case "medium_long":
      return steadySession(plain("medium-long-run", context), "easy", metres, pacing);
    case "recovery":
      return metres <= recoveryMetresMax(context) * (1 + ROUNDED)
        ? steadySession(plain("recovery-run", context), "recovery", metres, pacing)
        : steadySession(plain("easy-run", context), "easy", metres, pacing);
    case "easy":
      return steadySession(plain("easy-run", context), "easy", metres, pacing);
  }
}

/** What rounding adds to a run does not make it another. */
const ROUNDED = 0.01;

/** The outing of a builder who still needs walks; null where there are none. */
function runWalk(context: WeekContext, { role, day }: RunDay, metres: number): DraftSession | null {
  const { program, rulebook, pacing } = context;
  const rung =
    role.type === "long" ? program.runWalk?.long : (program.runWalk?.easy ?? whole(context, metres));
  if (rung === undefined || rung === null) return null;
  const stimulus = role.type === "touch" || role.type === "long" ? role.stimulus : null;
  const strides = stimulus === null ? null : touchWork(context, stimulus, day, metres);
  const name = role.type === "long" ? "long-run-walk" : strides === null ? "run-walk" : "run-walk-strides";
  const size = { metres, runMetresMax: runMetresMax(context), end: strides?.steps ?? [] };
  const session = runWalkSession(plain(name, context), rung, size, rulebook.builder, pacing);
  return role.type === "long" ? offered(session) : session;
}

/**
 * Half an hour without a break is new while long runs still have their walks: a run that would go on for longer has it
 * whole and walks around it. Null where the run is no longer than that, or nothing is new about it.
 */
function whole({ program, pacing, rulebook }: WeekContext, metres: number): Rung | null {
  const { unbrokenSeconds, shortWalkSeconds } = rulebook.builder;
  const isNew = program.runWalk !== undefined && program.runWalk.long !== null;
  if (!isNew || metres * secondsPerMetre("easy", pacing) <= unbrokenSeconds + 2 * shortWalkSeconds)
    return null;
  return {
    times: { min: 1, max: 2 },
    set: [
      { zone: "easy", seconds: unbrokenSeconds },
      { zone: "walk", seconds: shortWalkSeconds, recovery: true },
    ],
  };
}

/** Law V4 counts running against running: what a first outing may hold of it. */
function runMetresMax({ frame, runner, volume, rulebook }: WeekContext): number {
  const { share, smallMetres, smallStepMetres } = rulebook.laws.V4;
  if (frame.week > 1 || runner.weeklyMetres === null) return Number.POSITIVE_INFINITY;
  const week =
    runner.weeklyMetres < smallMetres
      ? runner.weeklyMetres + smallStepMetres
      : runner.weeklyMetres * share.max;
  return (week * MARGINS.carry) / volume.runDays;
}

/** An easy long run has hills or trails for its option B; one with work inside another way to the same work. */
function longRun(context: WeekContext, work: Work | null, day: number, metres: number): DraftSession {
  const { rulebook, pacing } = context;
  const frame = (inside: Work | null): DraftSession =>
    longSession(plain("long-easy", context), inside, metres, rulebook.longRun, pacing);
  if (work !== null) return withOption(work, day, context, frame);
  return offered(frame(null));
}

/** An equal second way to the same work. */
function withOption(
  work: Work,
  day: number,
  context: WeekContext,
  frame: (work: Work) => DraftSession,
): DraftSession {
  const { frame: week, distance, runner, pacing, rulebook } = context;
  const session = frame(work);
  const isLate = itemAt(week.days, day).daysToRace < rulebook.laws.T5.days;
  const offered = isLate ? context.offered : null;
  const facts = { phase: week.phase, distance, tier: runner.tier, offered };
  return { ...session, optionB: optionBOf(work, session, facts, frame, pacing, rulebook) };
}

function longWithStrides(
  context: WeekContext,
  stimulus: Stimulus,
  day: number,
  metres: number,
): DraftSession {
  const definition = plain("long-easy", context);
  const strides = touchWork(context, stimulus, day, metres);
  return strides === null
    ? longSession(definition, null, metres, context.rulebook.longRun, context.pacing)
    : offered(touchSession({ ...strides, definition }, metres, context.pacing));
}

/** A long run without work inside has soft ground for its second way, walks and all. */
const offered = (session: DraftSession): DraftSession => ({ ...session, optionB: onTrails(session) });

function touch(context: WeekContext, stimulus: Stimulus, day: number, metres: number): DraftSession {
  const work = touchWork(context, stimulus, day, metres);
  if (work === null) return steadySession(plain("easy-run", context), "easy", metres, context.pacing);
  return touchSession(work, metres, context.pacing);
}

/**
 * Strides and hill sprints are never more than a part of their run, and walking back from them fits into the
 * day; a very short run goes without.
 */
function touchWork(context: WeekContext, stimulus: Stimulus, day: number, metres: number): Work | null {
  const { pacing, rulebook, frame, distance, runner, program } = context;
  const facts = { stimulus, longRun: null, phase: frame.phase, distance, tier: runner.tier };
  const eager = program.quality.length === 0 && frame.kind === "build" && runner.tier !== "builder";
  const [least, usual, many] = rulebook.quality.touchSeconds;
  const metresMax = metres * rulebook.quality.touchShareMax;
  const easy = runner.easySecondsPerMetre;
  const weekday = frame.days[day]?.weekday;
  const secondsMax =
    weekday === undefined ? Number.POSITIVE_INFINITY : (runner.dayMetresMax[weekday] - metres) * easy;
  for (const seconds of [eager ? many : usual, least]) {
    const ladder = ladderOf(facts, { seconds, secondsMax: metres }, pacing, rulebook);
    const work = ladder.find(
      (candidate) =>
        candidate.metres <= metresMax && candidate.seconds <= secondsMax + candidate.metres * easy,
    );
    if (work !== undefined) return work;
  }
  return null;
}

function plain(id: string, { rulebook }: WeekContext): WorkoutDefinition {
  const definition = rulebook.workouts.find((workout) => workout.id === id);
  if (definition === undefined)
    throw new Error(`The workout library has no "${id}", which every plan needs.`);
  return definition;
}
