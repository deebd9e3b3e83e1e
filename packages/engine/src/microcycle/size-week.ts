import { MARGINS } from "../volume/margins.ts";
import { otherMetresAt } from "../volume/taper.ts";
import { qualityMetresAim, qualityMetresMin, roomAt } from "./arrange-week.ts";
import type { RunDay } from "./assign-roles.ts";
import { roundSizes, sizeDays, type SizeSlot, unitFor } from "./day-sizes.ts";
import { easyDaysVary, varyEasyDays } from "./vary-easy-days.ts";
import { secondsPerMetre } from "../workout/pacing.ts";
import type { WeekContext } from "./week-context.ts";
import { itemAt } from "../result/item-at.ts";

/** Metres of every run, in the order of the run days. */
export function sizeWeek(context: WeekContext, runs: readonly RunDay[]): readonly number[] {
  const { volume } = context;
  const others = runs.filter((run) => run.role.type !== "long");
  const wished = volume.metres - volume.longRunMetres;
  const slots = roomy(
    slotsOf(context, others, wished),
    others.map((run) => ({
      most: roomAt(context, run.day),
      rank: rankOf(run, context.frame.longDay),
    })),
    wished,
  );
  const settled = roundedSizes(context, others, wished, slots);
  return runs.map((run) =>
    run.role.type === "long" ? volume.longRunMetres : itemAt(settled, others.indexOf(run)),
  );
}

interface DayRoom {
  readonly most: number;
  /** Days of a higher rank grow only where those below are full. */
  readonly rank: (typeof RANKS)[number];
}

/**
 * Few days and many kilometres: then the easy part of quality days grows into what their days have room for;
 * where that is not enough recovery runs become easy runs, and last the day before the long run grows.
 */
function roomy(slots: readonly SizeSlot[], rooms: readonly DayRoom[], wished: number): readonly SizeSlot[] {
  let widened = slots;
  for (const rank of RANKS) {
    if (widened.reduce((sum, slot) => sum + slot.metresMax, 0) >= wished) return widened;
    widened = widened.map((slot, i) => {
      const room = rooms[i];
      return room?.rank === rank ? { ...slot, metresMax: Math.max(slot.metresMax, room.most) } : slot;
    });
  }
  return widened;
}

const RANKS = ["working", "recovering", "before_long"] as const;

const rankOf = (run: RunDay, longDay: number): DayRoom["rank"] =>
  beforeLong(run, longDay) ? "before_long" : run.role.type === "recovery" ? "recovering" : "working";

/**
 * In the coarsest unit that keeps the week and lets its easy days differ: where every day is full, coarse units
 * round all of them down.
 */
function roundedSizes(
  context: WeekContext,
  others: readonly RunDay[],
  wished: number,
  slots: readonly SizeSlot[],
): readonly number[] {
  const sizes = sizeDays(wished, slots);
  const within = context.volume.metres * context.rulebook.volume.roundingShare * 2;
  const isNearRace = context.frame.kind === "taper" || context.frame.kind === "race";
  const [coarsest, ...finer] = roundingUnits(context);
  let settled: readonly number[] = [];
  let full: readonly number[] | null = null;
  for (const unit of [coarsest ?? 1, ...(isNearRace ? [] : finer)]) {
    const rounded = keepBeforeLongShort(roundSizes(sizes, unit, slots), others, context.frame.longDay, unit);
    settled = varyEasyDays(context, others, slots, rounded, unit);
    if (settled.reduce((sum, metres) => sum + metres, 0) < wished - within) continue;
    if (easyDaysVary(context, others, settled)) return settled;
    full ??= settled;
  }
  return full ?? settled;
}

function roundingUnits({ volume, rulebook, runner }: WeekContext): readonly number[] {
  const { roundingMetres, roundingSeconds } = rulebook.volume;
  const units = runner.estimated
    ? roundingSeconds.map((seconds) => seconds / runner.easySecondsPerMetre)
    : roundingMetres;
  const coarsest = unitFor(volume.metres, units, rulebook.volume.roundingShare);
  return units.filter((unit) => unit <= coarsest);
}

/**
 * Whole warm-ups where the week holds them. Where it does not they are cut, for a week that grew by them would break
 * the laws of growth (V1, V6).
 */
function slotsOf(context: WeekContext, others: readonly RunDay[], wished: number): readonly SizeSlot[] {
  const mean = wished / Math.max(1, others.length);
  const slots = others.map((run, i) => slotOf(context, run, i, mean));
  return slots.reduce((sum, { metresMin }) => sum + metresMin, 0) <= wished
    ? slots
    : slots.map((slot, i) => withLeast(slot, itemAt(others, i), context));
}

const withLeast = (slot: SizeSlot, { role }: RunDay, context: WeekContext): SizeSlot =>
  role.type === "quality" ? { ...slot, metresMin: qualityMetresMin(context, role.work) } : slot;

function slotOf(context: WeekContext, run: RunDay, index: number, mean: number): SizeSlot {
  const { rulebook, runner, frame } = context;
  const share = beforeLong(run, frame.longDay) ? rulebook.days.beforeLongRoomShare : 1;
  const room = roomAt(context, run.day) * share;
  const least = Math.min(rulebook.days.runMetresMin, mean * rulebook.days.leastShareOfMean);
  const weight = weightOf(context, run, index) * taperShare(context, run.day);
  if (run.role.type === "recovery")
    return { weight, metresMin: least, metresMax: Math.min(room, recoveryMetresMax(context)) };
  if (run.role.type !== "quality") return { weight, metresMin: least, metresMax: room };
  const { warmUpSeconds, coolDownSeconds } = rulebook.days;
  const easyMost = (warmUpSeconds.max + coolDownSeconds.max) / runner.easySecondsPerMetre;
  return {
    weight,
    metresMin: Math.max(
      qualityMetresMin(context, run.role.work),
      Math.min(qualityMetresAim(context, run.role.work), mean * QUALITY_OVER_MEAN),
    ),
    metresMax: Math.min(room, run.role.work.metres + easyMost),
  };
}

/** For its whole warm-up a quality session may take so much more than its even part: easy runs can be short. */
const QUALITY_OVER_MEAN = 1.25;

/** The longest that a recovery run stays one. */
export const recoveryMetresMax = ({ rulebook, pacing }: WeekContext): number =>
  rulebook.days.recovery.secondsMax / secondsPerMetre("recovery", pacing);

/** Also over the week's edge: Sunday comes before a long run on Monday. */
const beforeLong = (run: RunDay, longDay: number): boolean => longDay >= 0 && run.day === (longDay + 6) % 7;

const afterLong = (run: RunDay, longDay: number): boolean => longDay >= 0 && run.day === (longDay + 1) % 7;

function weightOf({ rulebook, frame }: WeekContext, run: RunDay, index: number): number {
  const { weights } = rulebook.days;
  const share = beforeLong(run, frame.longDay)
    ? weights.beforeLong
    : afterLong(run, frame.longDay)
      ? weights.afterLong
      : 1;
  switch (run.role.type) {
    case "medium_long":
      return weights.mediumLong;
    case "recovery":
      return weights.recovery * (beforeLong(run, frame.longDay) ? weights.beforeLong : 1);
    case "touch":
      return weights.strides * share;
    case "quality":
      return weights.alternate;
    default:
      return (index % 2 === 0 ? weights.plain : weights.alternate) * share;
  }
}

/** Within the taper later days run less than earlier ones, by their own distance to the race. */
function taperShare({ frame, peak, rulebook, distance }: WeekContext, day: number): number {
  const at = frame.days[day];
  if (at === undefined || (frame.kind !== "taper" && frame.kind !== "race")) return 1;
  const { taper } = rulebook.races[distance];
  return otherMetresAt(at, peak, taper) / Math.max(1, peak.metres - peak.longRunMetres);
}

/** Law L2: the day before the long run never holds the second longest run of the week. */
function keepBeforeLongShort(
  sizes: readonly number[],
  runs: readonly RunDay[],
  longDay: number,
  unit: number,
): readonly number[] {
  const index = runs.findIndex((run) => beforeLong(run, longDay));
  const size = sizes[index];
  if (size === undefined || runs.length < 2) return sizes;
  const longest = Math.max(...sizes.filter((_, i) => i !== index));
  const most = longest * MARGINS.minutes;
  if (size <= most) return sizes;
  const allowed = Math.max(unit, Math.floor(most / unit) * unit);
  return sizes.map((value, i) => (i === index ? allowed : value));
}
