import type { DayFrame } from "../generate/frame.ts";
import { isRacePaceLong } from "../generate/race-pace-long.ts";
import type { Work } from "../workout/ladder.ts";
import { MARGINS } from "../volume/margins.ts";
import { nearRaceRoom, taperRoom } from "../volume/taper.ts";
import { totalsOf } from "../workout/totals.ts";
import { daysIn, type Placement, type PlacementCosts, type PlacementTask, placeDays } from "./place-days.ts";
import type { WeekContext, WeekTail, WeekWork } from "./week-context.ts";
import { itemAt } from "../result/item-at.ts";

/** Days of the week with the quality work that found a place. */
export interface Arrangement {
  readonly placement: Placement;
  readonly quality: readonly Work[];
}

/**
 * Finds days for the week's runs. Masters get their wider gap between hard days where it can be; where the
 * laws leave no room for every quality session the last one gives way, until the week can be run.
 */
export function arrangeWeek(context: WeekContext, work: WeekWork): Arrangement | null {
  for (let count = work.quality.length; count >= 0; count -= 1) {
    const quality = work.quality.slice(0, count);
    if (count > 0 && !isCarried(context, quality)) continue;
    for (const gapDays of new Set([context.runner.qualityGapDays, NARROW_GAP_DAYS])) {
      const placement = placeDays(taskOf(context, { ...work, quality }, gapDays));
      if (placement !== null) return { placement, quality };
    }
  }
  return null;
}

/** Law H1: never two hard days in a row. */
const NARROW_GAP_DAYS = 2;

const taskOf = (context: WeekContext, work: WeekWork, qualityGapDays: number): PlacementTask => ({
  available: availableDays(context),
  longDay: context.frame.longDay,
  runDays: context.volume.runDays,
  qualitySessions: work.quality.length,
  qualityBanned: bannedDays(context, work, qualityGapDays),
  qualityGapDays,
  dayCosts: context.frame.days.map((day) => dayCost(context, day)),
  roomMetres: context.frame.days.map((_, day) => roomAt(context, day)),
  otherMetres: context.volume.metres - context.volume.longRunMetres,
  previous: context.before.placement,
  costs: costsOf(context),
});

/** Law T3: where a calendar week holds days of race week and days before it, the latter keep their runs. */
const dayCost = ({ frame, rulebook }: WeekContext, day: DayFrame): number =>
  frame.kind === "taper" && day.daysToRace < 7 ? rulebook.days.placement.raceWeekDay : 0;

/** The taper keeps the days that the body knows, and rather gives up distance. */
function costsOf({ frame, rulebook }: WeekContext): PlacementCosts {
  const { placement } = rulebook.days;
  if (frame.kind !== "taper" && frame.kind !== "race") return placement;
  const { changedDayInTaper: changedDay, roomShortPerKmInTaper: roomShortPerKm } = placement;
  return { ...placement, changedDay, roomShortPerKm };
}

const availableDays = ({ frame, runner }: WeekContext): readonly boolean[] =>
  frame.days.map((day) => day.daysToRace > 0 && runner.available.includes(day.weekday));

/** What decides how far a run may be on a day of a week. */
export type RoomFacts = Pick<WeekContext, "frame" | "volume" | "runner" | "rulebook" | "peak" | "distance">;

/** The longest run that a day has room for beside the long run: law L2, day limits, the nearness of the race. */
export function roomAt({ frame, volume, runner, rulebook, peak, distance }: RoomFacts, day: number): number {
  const at = itemAt(frame.days, day);
  const besideLong =
    frame.longDay < 0 ? Number.POSITIVE_INFINITY : volume.longRunMetres * rulebook.longRun.secondLongestAim;
  const inTaper = frame.kind === "taper" || frame.kind === "race";
  const tapered = inTaper
    ? taperRoom(at, peak, frame.kind === "race" ? volume.runDays + 1 : volume.runDays, distance, rulebook)
    : Number.POSITIVE_INFINITY;
  const rounding = runner.estimated ? MARGINS.minutes : 1;
  return Math.min(
    besideLong,
    tapered,
    nearRaceRoom(at, runner, rulebook) * rounding,
    runner.dayMetresMax[at.weekday] * MARGINS.carry,
  );
}

/** Days on which quality would break H1, H3, L7 or S3, or that are too short for any. */
function bannedDays(context: WeekContext, work: WeekWork, gapDays: number): readonly boolean[] {
  const { frame, before, rulebook, runner, nextHardDay } = context;
  const racePace = hasRacePaceLong(context, work);
  const easyAfter = racePace ? easyDaysAfter(context, work.longRun) : 1;
  const least = roomForQuality(context, work);
  return frame.days.map((day, index) => {
    const afterLong = index - frame.longDay;
    return (
      index < before.easyDays ||
      (frame.longDay >= 0 && afterLong > 0 && afterLong <= easyAfter) ||
      (racePace && Math.abs(afterLong) < gapDays) ||
      index + before.sinceQuality < gapDays ||
      (nextHardDay !== null && nextHardDay + 7 - index < gapDays) ||
      day.daysToRace <= rulebook.laws.S3.daysMin ||
      Math.min(roomAt(context, index), runner.dayMetresMax[day.weekday]) < least
    );
  });
}

/** Law H3: a long block at marathon pace asks for two easy days, any other long run for one. */
function easyDaysAfter({ rulebook }: WeekContext, longRun: Work | null): number {
  const { marathonPaceMetres, easyDaysAfter: days } = rulebook.laws.H3;
  const metres = longRun === null ? 0 : totalsOf(longRun.steps).metres;
  return metres >= marathonPaceMetres ? days : 1;
}

export const qualityMetresMin = (
  { rulebook, runner }: Pick<WeekContext, "rulebook" | "runner">,
  work: Pick<Work, "metres">,
): number =>
  work.metres +
  (rulebook.days.warmUpSeconds.min + rulebook.days.coolDownSeconds.min) / runner.easySecondsPerMetre;

/** The same with as long a warm-up as the work wants. */
export const qualityMetresAim = (
  { rulebook, runner }: Pick<WeekContext, "rulebook" | "runner">,
  work: Pick<Work, "metres">,
): number =>
  work.metres +
  (rulebook.days.warmUpAimSeconds + rulebook.days.coolDownSeconds.min) / runner.easySecondsPerMetre;

/** Whether the week is far enough for these sessions at their least, and its other runs at theirs. */
const isCarried = (context: WeekContext, quality: readonly Work[]): boolean =>
  quality.reduce((sum, work) => sum + qualityMetresMin(context, work), 0) <=
  carriedMetres(context, quality.length);

/** What a week holds for so many key sessions together, when its other runs are as short as they may be. */
export function carriedMetres(
  { frame, volume, rulebook }: Pick<WeekContext, "frame" | "volume" | "rulebook">,
  sessions: number,
): number {
  const others = volume.metres - volume.longRunMetres;
  const runs = Math.max(1, volume.runDays - (frame.longDay < 0 ? 0 : 1));
  const { runMetresMin, leastShareOfMean } = rulebook.days;
  const least = Math.min(runMetresMin, (others / runs) * leastShareOfMean);
  return others * MARGINS.overfull - Math.max(0, runs - sessions) * least;
}

const roomForQuality = (context: WeekContext, { quality }: WeekWork): number =>
  Math.max(0, ...quality.map((work) => qualityMetresMin(context, work)));

/**
 * What a week leaves to the next: days that must stay easy, and the days it was used to. A week whose
 * days had to move because of the one before it makes no habit.
 */
export function tailOf(context: WeekContext, work: WeekWork, placement: Placement): WeekTail {
  const racePace = hasRacePaceLong(context, work);
  const easyAfter = racePace ? easyDaysAfter(context, work.longRun) : 1;
  const afterLong = context.frame.longDay < 0 ? 0 : context.frame.longDay + easyAfter - 6;
  const afterQuality = (placement.qualityMask & (1 << 6)) === 0 ? 0 : 1;
  const lastHard = [...daysIn(placement.qualityMask), ...(racePace ? [context.frame.longDay] : [])]
    .sort((a, b) => a - b)
    .at(-1);
  const unusual = context.before.easyDays > 1 && context.before.placement !== null;
  return {
    placement: unusual ? context.before.placement : placement,
    easyDays: Math.max(0, afterLong, afterQuality),
    sinceQuality: 7 - (lastHard ?? -context.before.sinceQuality),
  };
}

const hasRacePaceLong = ({ program }: WeekContext, { longRun }: WeekWork): boolean =>
  longRun !== null && isRacePaceLong(program.longRun?.kind ?? null);
