import type { LongRunIntent } from "../generate/program.ts";
import { isRacePaceLong } from "../generate/race-pace-long.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import { type Dose, doseOf } from "../workout/dose.ts";
import { ladderOf, rungAt, type Work } from "../workout/ladder.ts";
import type { WeekContext, WeekWork } from "./week-context.ts";

/** The work of the week's quality sessions, and that of its long run for this runner's paces. */
export function weekWorkOf(context: WeekContext): WeekWork {
  return {
    quality: context.quality,
    longRun: context.program.longRun === null ? null : longRunWork(context.program.longRun, context),
  };
}

function longRunWork(intent: LongRunIntent, context: WeekContext): Work | null {
  if (intent.kind === "easy") return null;
  const { frame, runner, pacing, rulebook, distance } = context;
  const dose = isRacePaceLong(intent.kind) ? racePaceDose(intent, context) : insideDose(context);
  if (dose === null) return null;
  const facts = { stimulus: null, longRun: intent.kind, phase: frame.phase, distance, tier: runner.tier };
  return rungAt(ladderOf(facts, dose, pacing, rulebook), intent.progress);
}

function racePaceDose(intent: LongRunIntent, context: WeekContext): Dose | null {
  const { runner, volume, pacing, rulebook } = context;
  const stimulus: Stimulus = intent.kind === "marathon_pace" ? "marathon_pace" : "half_marathon_pace";
  const dose = doseOf(
    { stimulus, weekMetres: volume.metres, tier: runner.tier, progress: intent.progress, doseShare: 1 },
    pacing,
    rulebook,
  );
  return dose === null ? null : within(dose, longRunSeconds(context) * rulebook.quality.longRunWorkShareMax);
}

/** Steady or fast finishes are cut to a part of the run; the rung decides the rest. */
const insideDose = (context: WeekContext): Dose => {
  const most = longRunSeconds(context) * context.rulebook.longRun.finishShare.max;
  return { seconds: longRunSeconds(context) * context.rulebook.longRun.finishShare.min, secondsMax: most };
};

const longRunSeconds = ({ volume, runner }: WeekContext): number =>
  volume.longRunMetres * runner.easySecondsPerMetre;

const within = (dose: Dose, most: number): Dose => ({
  seconds: Math.min(dose.seconds, most),
  secondsMax: Math.min(dose.secondsMax, most),
});
