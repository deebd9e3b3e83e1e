import type { LongRunKind, Stimulus } from "../rulebook/workout-definition.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { WeekFrame } from "./frame.ts";
import type { Policy } from "./policy.ts";
import { marathonBlocks, paceOf, type RacePaceFacts } from "./race-pace-blocks.ts";
import { isRacePaceLong } from "./race-pace-long.ts";
import { withRacePace } from "./race-pace-long-runs.ts";
import { itemAt } from "../result/item-at.ts";

/**
 * Kinds rotate backwards from the last build week of a phase; then law I7 has its word. Who may run nothing
 * hard within the week still rehearses the race.
 */
export function longRunKinds(facts: RacePaceFacts, policy: Policy): readonly (LongRunKind | null)[] {
  const { frames, runner, distance, rulebook } = facts;
  const counts = new Map<string, number>();
  const plain = runner.tier === "builder" || policy.qualityMax === 0;
  const kinds = frames
    .toReversed()
    .map((frame) => {
      if (frame.longDay < 0) return null;
      if (frame.kind !== "build" || plain) return "easy";
      const index = counts.get(frame.phase) ?? 0;
      counts.set(frame.phase, index + 1);
      const rotation = rulebook.races[distance].program[frame.phase].longRuns;
      return itemAt(rotation, index % rotation.length);
    })
    .toReversed();
  const rehearsing = runner.tier === "builder" || runner.finishOnly ? kinds : withRacePace(kinds, facts);
  return familiarLongRuns(rehearsing, frames, rulebook);
}

/** Law T5: where the plan has held no race pace before its last weeks, their long runs stay easy. */
function familiarLongRuns(
  kinds: readonly (LongRunKind | null)[],
  frames: readonly WeekFrame[],
  { laws }: Rulebook,
): readonly (LongRunKind | null)[] {
  const isLate = (i: number): boolean => {
    const { days, longDay } = itemAt(frames, i);
    return itemAt(days, longDay).daysToRace < laws.T5.days;
  };
  const known = kinds.some((kind, i) => isRacePaceLong(kind) && !isLate(i));
  return known ? kinds : kinds.map((kind, i) => (isRacePaceLong(kind) && isLate(i) ? "easy" : kind));
}

/** Sessions of a week beside its long run. */
interface Chosen {
  readonly quality: readonly Stimulus[];
  readonly longRun: LongRunKind | null;
}

/** Marathon-pace blocks by week, sized for the whole plan; what sessions within the week bring counts towards it. */
export function longRunBlocks(chosen: readonly Chosen[], facts: RacePaceFacts): ReadonlyMap<number, number> {
  const weeks = chosen.flatMap(({ longRun }, i) => (longRun === "marathon_pace" ? [i] : []));
  if (weeks.length === 0) return new Map();
  const midweek = chosen.reduce(
    (sum, { quality }, i) => sum + (quality.includes("marathon_pace") ? midweekMetres(i, facts) : 0),
    0,
  );
  const blocks = marathonBlocks(weeks, midweek, facts);
  return new Map(weeks.map((week, i) => [week, itemAt(blocks, i)]));
}

/** What a session at marathon pace within this week holds at least. */
function midweekMetres(week: number, facts: RacePaceFacts): number {
  const { frames, volumes, runner, rulebook } = facts;
  const { doses, midweekRacePaceShare, cutbackDoseShare, taperDoseShare } = rulebook.quality;
  const rules = doses.marathon_pace;
  if (rules === undefined) return 0;
  const guided = rules.shareOfWeek[runner.tier] * itemAt(volumes, week).metres;
  const most = rules.seconds[runner.tier].max / paceOf(facts, "marathon");
  const share = doseShareOf(itemAt(frames, week), cutbackDoseShare, taperDoseShare);
  return Math.min(guided, most) * rules.firstShare * midweekRacePaceShare * share;
}

/** Share of the usual dose: cutbacks and tapers hold less. */
export function doseShareOf(frame: WeekFrame, cutback: number, taper: readonly number[]): number {
  if (frame.kind === "build") return 1;
  return frame.kind === "cutback" ? cutback : (taper[frame.weeksToRace] ?? cutback);
}
