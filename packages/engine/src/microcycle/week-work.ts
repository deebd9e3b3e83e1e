import type { LongRunIntent } from "../generate/program.ts";
import { isRacePaceLong } from "../generate/race-pace-long.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import { type Dose, doseOf } from "../workout/dose.ts";
import { BLOCK_UNIT, ladderOf, rungAt, type Work } from "../workout/ladder.ts";
import { secondsPerMetre } from "../workout/pacing.ts";
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
  const ladder = ladderOf(facts, dose, pacing, rulebook);
  const least = leastRacePace(intent, context);
  const enough = ladder.filter((work) => work.workSeconds >= Math.round(least));
  return rungAt(enough.length > 0 ? enough : ladder, intent.progress);
}

/** Law I7: less half-marathon pace than this is no rehearsal. */
const leastRacePace = ({ kind }: LongRunIntent, { pacing, rulebook }: WeekContext): number =>
  kind === "half_marathon_pace"
    ? rulebook.laws.I7.halfMarathon.metres.min * secondsPerMetre("half_marathon", pacing)
    : 0;

/** A block that was decided with all others stands; any other is guided by its week. */
function racePaceDose(intent: LongRunIntent, context: WeekContext): Dose | null {
  const { runner, volume, pacing, rulebook } = context;
  const most = longRunSeconds(context) * rulebook.quality.longRunWorkShareMax;
  if (intent.blockMetres !== null) {
    const seconds = intent.blockMetres * secondsPerMetre("marathon", pacing) * 1.001;
    return { seconds, secondsMax: seconds };
  }
  const stimulus: Stimulus = intent.kind === "marathon_pace" ? "marathon_pace" : "half_marathon_pace";
  const dose = doseOf(
    { stimulus, weekMetres: volume.metres, tier: runner.tier, progress: intent.progress, doseShare: 1 },
    pacing,
    rulebook,
  );
  if (dose === null) return null;
  const unit = pacing.estimated
    ? BLOCK_UNIT.seconds
    : BLOCK_UNIT.metres * secondsPerMetre("half_marathon", pacing);
  const least = Math.ceil(leastRacePace(intent, context) / unit - 1e-6) * unit * 1.001;
  return within(
    { seconds: Math.max(dose.seconds, least), secondsMax: Math.max(dose.secondsMax, least) },
    most,
  );
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
