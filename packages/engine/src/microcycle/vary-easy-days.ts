import { MARGINS } from "../volume/margins.ts";
import type { RunDay } from "./assign-roles.ts";
import type { SizeSlot } from "./day-sizes.ts";
import type { WeekContext } from "./week-context.ts";
import { itemAt } from "../result/item-at.ts";

/**
 * Law I9: where a week has several easy days, one is clearly longer than another. Distance moves in whole
 * units from the shortest of them to the longest, or to any run with room where that one is full; the week's
 * sum stays.
 * @param sizes metres of the runs beside the long run, in the order of `runs` and `slots`
 */
export function varyEasyDays(
  context: WeekContext,
  runs: readonly RunDay[],
  slots: readonly SizeSlot[],
  sizes: readonly number[],
  unit: number,
): readonly number[] {
  const { I9 } = context.rulebook.laws;
  const easy = runs.flatMap((run, i) => (run.role.type === "quality" ? [] : [i]));
  if (easy.length < I9.easyDaysMin || context.frame.days.some(({ daysToRace }) => daysToRace < 7))
    return sizes;
  const growing = easy.filter((i) => !isBeforeLong(runs[i], context));
  const taking = runs.flatMap((run, i) => (isBeforeLong(run, context) ? [] : [i]));
  const wished = (1 + I9.easyVariationMin) / MARGINS.minutes;
  let varied = sizes;
  for (let moved = 0; moved < UNITS_MOVED_MAX; moved += 1) {
    const shortest = bestOf(easy, (i) => restfulness(runs[i], context) - itemAt(varied, i));
    const longest = bestOf(growing, (i) => itemAt(varied, i) - restfulness(runs[i], context));
    const [least, most] = [itemAt(varied, shortest), varied[longest] ?? 0];
    if (most >= least * wished || shortest === longest) return varied;
    if (least - unit < itemAt(slots, shortest).metresMin) return varied;
    const roomOf = (i: number): number => (slots[i]?.metresMax ?? 0) - (varied[i] ?? 0);
    const roomiest = bestOf(
      taking.filter((i) => i !== shortest),
      roomOf,
    );
    const taker = roomOf(longest) >= unit ? longest : roomiest;
    if (roomOf(taker) < unit) return varied;
    varied = varied.map((size, i) => size + (i === taker ? unit : i === shortest ? -unit : 0));
  }
  return varied;
}

/** Whether law I9 finds the easy days of these sizes different enough, or has nothing to say about them. */
export function easyDaysVary(
  { rulebook, frame }: WeekContext,
  runs: readonly RunDay[],
  sizes: readonly number[],
): boolean {
  const { I9 } = rulebook.laws;
  const easy = sizes.filter((_, i) => runs[i]?.role.type !== "quality");
  if (easy.length < I9.easyDaysMin || frame.days.some(({ daysToRace }) => daysToRace < 7)) return true;
  return Math.max(...easy) >= Math.min(...easy) * (1 + I9.easyVariationMin);
}

/** A fifth of any easy day is fewer units than this. */
const UNITS_MOVED_MAX = 12;

/** Among days of one length, in metres too few to matter: who should rather be the short one. */
const restfulness = (run: RunDay | undefined, { frame }: WeekContext): number =>
  (run?.role.type === "recovery" ? 2 : run?.role.type === "touch" ? 1 : 0) +
  (frame.longDay >= 0 && run?.day === (frame.longDay + 1) % 7 ? AFTER_LONG : 0);

/** On the day after the long run a run is the short one of the week before any other is. */
const AFTER_LONG = 2;

/** Law L2: the day before the long run never grows. */
const isBeforeLong = (run: RunDay | undefined, { frame }: WeekContext): boolean =>
  frame.longDay >= 0 && run?.day === (frame.longDay + 6) % 7;

function bestOf(places: readonly number[], valueOf: (place: number) => number): number {
  const [first = -1, ...rest] = places;
  return rest.reduce((best, place) => (valueOf(place) > valueOf(best) ? place : best), first);
}
