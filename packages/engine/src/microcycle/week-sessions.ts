import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import { ladderOf, type Work } from "../workout/ladder.ts";
import { type DraftSession, framedSession, longSession, steadySession, touchSession } from "../workout/session.ts";
import type { Role, RunDay } from "./assign-roles.ts";
import type { WeekContext, WeekWork } from "./week-context.ts";

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
  return runs.map((run, i) => ({ day: run.day, session: sessionFor(context, work, run.role, sizes[i] ?? 0) }));
}

function sessionFor(context: WeekContext, work: WeekWork, role: Role, metres: number): DraftSession {
  const { pacing, rulebook } = context;
  switch (role.type) {
    case "long":
      return longSession(plain("long-easy", context), work.longRun, metres, pacing);
    case "quality":
      return framedSession(role.work, metres, rulebook.days.warmUpSeconds, rulebook.days.coolDownSeconds, pacing);
    case "touch":
      return touch(context, role, metres);
    case "medium_long":
      return steadySession(plain("medium-long-run", context), "easy", metres, pacing);
    case "recovery":
      return steadySession(plain("recovery-run", context), "recovery", metres, pacing);
    case "easy":
      return steadySession(plain("easy-run", context), "easy", metres, pacing);
  }
}

/** Strides and hill sprints are never more than a part of their run; a very short run goes without. */
function touch(context: WeekContext, role: Role & { readonly type: "touch" }, metres: number): DraftSession {
  const { pacing, rulebook, frame, distance, runner, program } = context;
  const easyShare = 0.6;
  const set = { seconds: 0, secondsMax: metres };
  const facts = { stimulus: role.stimulus, longRun: null, phase: frame.phase, distance, tier: runner.tier };
  const eager = program.quality.length === 0 && frame.kind === "build" ? 160 : 100;
  const fitting = ladderOf(facts, { ...set, seconds: eager }, pacing, rulebook).filter(
    (work: Work) => work.metres <= metres * (1 - easyShare),
  );
  const [work] = fitting;
  if (work === undefined) return steadySession(plain("easy-run", context), "easy", metres, pacing);
  return touchSession(work, metres, pacing);
}

function plain(id: string, { rulebook }: WeekContext): WorkoutDefinition {
  const definition = rulebook.workouts.find((workout) => workout.id === id);
  if (definition === undefined) throw new Error(`The workout library has no "${id}", which every plan needs.`);
  return definition;
}
