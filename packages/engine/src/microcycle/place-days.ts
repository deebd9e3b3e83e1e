import { itemAt } from "../result/item-at.ts";
/** What a week needs from its days. Days are indices 0-6 from the athlete's week start. */
export interface PlacementTask {
  /** Days that a run may stand on. */
  readonly available: readonly boolean[];
  /** -1 in race week. */
  readonly longDay: number;
  readonly runDays: number;
  readonly qualitySessions: number;
  /** Days on which a quality session would break a law. */
  readonly qualityBanned: readonly boolean[];
  /** Days from one quality session to the next at least; 2 means never two in a row. */
  readonly qualityGapDays: number;
  /** What a run on a day costs beside all else: in the taper days of race week give way to those before it. */
  readonly dayCosts: readonly number[];
  /** Longest run that each day has room for, and what the week asks of the days beside the long run. */
  readonly roomMetres: readonly number[];
  readonly otherMetres: number;
  readonly previous: Placement | null;
  readonly costs: PlacementCosts;
}

export interface PlacementCosts {
  readonly adjacentToLong: number;
  readonly qualityGapUnderTwoDays: number;
  readonly runsInARow: number;
  readonly changedDay: number;
  readonly roomShortPerKm: number;
  readonly restAfterLong: number;
}

/** Days of a week as bit masks: bit 0 is the first day of the week. */
export interface Placement {
  readonly runMask: number;
  readonly qualityMask: number;
}

const bit = (mask: number, day: number): boolean => (mask & (1 << day)) !== 0;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const countBits = (mask: number): number =>
  DAYS.reduce<number>((sum, day) => sum + (bit(mask, day) ? 1 : 0), 0);

/** All 128 sets of days by their size, so that the search walks only those it needs. */
const MASKS_BY_COUNT: readonly (readonly number[])[] = [0, 1, 2, 3, 4, 5, 6, 7].map((count) =>
  Array.from({ length: 128 }, (_, mask) => mask).filter((mask) => countBits(mask) === count),
);

/**
 * The cheapest arrangement of runs and quality sessions over the week, found by trying every one.
 * Null when no arrangement keeps the bans: the caller asks for fewer quality sessions.
 */
export function placeDays(task: PlacementTask): Placement | null {
  let best: Placement | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const qualityMasks = legalQualityMasks(task);
  for (const runMask of legalRunMasks(task)) {
    const base = runCost(runMask, task);
    if (base >= bestCost) continue;
    for (const qualityMask of qualityMasks) {
      if ((qualityMask & runMask) !== qualityMask) continue;
      const cost = base + qualityCost(qualityMask, task);
      if (cost < bestCost - 1e-9) {
        best = { runMask, qualityMask };
        bestCost = cost;
      }
    }
  }
  return best;
}

function legalRunMasks({ available, longDay, runDays }: PlacementTask): readonly number[] {
  const open = available.reduce((mask, free, day) => mask | (free ? 1 << day : 0), 0);
  return itemAt(MASKS_BY_COUNT, runDays).filter(
    (mask) => (mask & open) === mask && (longDay < 0 || bit(mask, longDay)),
  );
}

/** As far apart as asked for; the week's edge is in `qualityBanned`. */
function legalQualityMasks(task: PlacementTask): readonly number[] {
  const { qualityBanned, qualityGapDays, longDay, qualitySessions } = task;
  const tooClose = DAYS.filter((apart) => apart > 0 && apart < qualityGapDays);
  return itemAt(MASKS_BY_COUNT, qualitySessions).filter(
    (mask) =>
      tooClose.every((apart) => (mask & (mask << apart)) === 0) &&
      DAYS.every((day) => !bit(mask, day) || (day !== longDay && qualityBanned[day] !== true)),
  );
}

function runCost(
  runMask: number,
  { longDay, dayCosts, roomMetres, otherMetres, previous, costs }: PlacementTask,
): number {
  let cost = 0;
  let streak = 0;
  let room = 0;
  for (const day of DAYS) {
    streak = bit(runMask, day) ? streak + 1 : 0;
    cost += costs.runsInARow * Math.max(0, streak - 1);
    if (bit(runMask, day)) cost += itemAt(dayCosts, day);
    if (bit(runMask, day) && day !== longDay) room += itemAt(roomMetres, day);
  }
  if (longDay >= 0 && bit(runMask, (longDay + 1) % 7)) cost += costs.restAfterLong;
  if (room < otherMetres) cost += costs.roomShortPerKm * (1 + (otherMetres - room) / 1000);
  if (previous !== null) cost += (costs.changedDay * countBits(previous.runMask ^ runMask)) / 2;
  return cost;
}

/** Hard days spread as evenly as the week lets them: the sum of squared gaps is least when gaps are equal. */
function qualityCost(qualityMask: number, { longDay, roomMetres, previous, costs }: PlacementTask): number {
  let cost = 0;
  const hard = DAYS.filter((day) => bit(qualityMask, day) || day === longDay);
  hard.forEach((day, i) => {
    const next = itemAt(hard, (i + 1) % hard.length);
    const gap = next > day ? next - day : next + 7 - day;
    cost += (gap * gap) / 4;
    if (gap < 2) cost += costs.qualityGapUnderTwoDays;
  });
  for (const day of DAYS) {
    if (!bit(qualityMask, day)) continue;
    if (longDay >= 0 && (day + 1) % 7 === longDay) cost += costs.adjacentToLong;
    cost -= Math.min(itemAt(roomMetres, day), 30_000) / 30_000;
  }
  if (previous !== null) cost += (costs.changedDay * countBits(previous.qualityMask ^ qualityMask)) / 4;
  return cost;
}

export const daysIn = (mask: number): readonly number[] => DAYS.filter((day) => bit(mask, day));
