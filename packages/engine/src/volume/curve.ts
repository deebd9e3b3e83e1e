import type { WeekFrame } from "../generate/frame.ts";
import type { Policy } from "../generate/policy.ts";
import type { Runner } from "../generate/runner.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { buildWeeksOf } from "./build-weeks.ts";
import { carryOf } from "./carry.ts";
import { taperWeekOf } from "./taper.ts";
import { tidyLong } from "./tidy-long.ts";
import type { BuildWeek, WeekVolume } from "./week-volume.ts";

/**
 * Volume and long run of every week at once: build weeks climb from the runner's start to the peak,
 * cutbacks and taper are reckoned from them, never the other way round.
 * @param peakBehind what a taper is reckoned from where no build week is left before it
 */
export function volumeCurve(
  frames: readonly WeekFrame[],
  runner: Runner,
  daysPerWeek: number,
  distance: RaceDistance,
  policy: Policy,
  rulebook: Rulebook,
  peakBehind: BuildWeek | null = null,
): readonly WeekVolume[] {
  const built = buildWeeksOf(frames, runner, daysPerWeek, distance, policy, rulebook);
  const build = built.length > 0 || peakBehind === null ? built : [peakBehind];
  const peak = build.reduce((best, week) => ({
    metres: Math.max(best.metres, week.metres),
    longRunMetres: Math.max(best.longRunMetres, week.longRunMetres),
  }));
  let lastBuild: BuildWeek = build[0] ?? { metres: 0, longRunMetres: 0 };
  let next = 0;
  return frames.map((frame) => {
    if (frame.kind === "build") {
      lastBuild = build[next] ?? lastBuild;
      next += 1;
      return { ...lastBuild, runDays: daysPerWeek };
    }
    if (frame.kind === "cutback") return cutbackOf(lastBuild, runner, daysPerWeek, rulebook);
    return taperWeekOf(frame, peak, runner, daysPerWeek, distance, rulebook);
  });
}

/** A lighter week. It drops a run day where the other runs stay no longer than in the week before. */
function cutbackOf(last: BuildWeek, runner: Runner, daysPerWeek: number, rulebook: Rulebook): WeekVolume {
  const { cutbackShare, cutbackLongRunShare } = rulebook.volume;
  const { longRunShare } = rulebook.laws.V5;
  const metres = last.metres * cutbackShare;
  const usualOther = (last.metres - last.longRunMetres) / (daysPerWeek - 1);
  for (const runDays of [daysPerWeek - 1, daysPerWeek]) {
    for (const share of [cutbackLongRunShare, longRunShare.max]) {
      const wished = last.longRunMetres * share;
      const longRunMetres = tidyLong(wished, last.longRunMetres * longRunShare.max, runner);
      const other = (metres - longRunMetres) / (runDays - 1);
      const lighter = runDays === daysPerWeek || (runDays >= 3 && other <= usualOther * 1.01);
      if (lighter && carryOf(longRunMetres, runDays, runner, rulebook) >= metres)
        return { metres, longRunMetres, runDays };
    }
  }
  return deepestCutback(last, runner, daysPerWeek, rulebook);
}

/** Where the shorter long run cannot carry the week, the week gives way, down to the depth of law V5. */
function deepestCutback(
  last: BuildWeek,
  runner: Runner,
  daysPerWeek: number,
  rulebook: Rulebook,
): WeekVolume {
  const { longRunShare, depth } = rulebook.laws.V5;
  const most = last.longRunMetres * longRunShare.max;
  const longRunMetres = tidyLong(most, most, runner);
  const carried = carryOf(longRunMetres, daysPerWeek, runner, rulebook);
  return { metres: Math.max(carried, last.metres * (1 - depth.max)), longRunMetres, runDays: daysPerWeek };
}
