import { itemAt } from "../result/item-at.ts";
/** A run of the week that has no distance yet. */
export interface SizeSlot {
  readonly weight: number;
  readonly metresMin: number;
  readonly metresMax: number;
}

/**
 * Divides a distance over the week's runs in proportion to their weights, none under its least or over
 * its most. This is where a workout's distance is decided.
 * @returns metres per slot, in order; their sum falls short only when every slot is full
 */
export function sizeDays(metres: number, slots: readonly SizeSlot[]): readonly number[] {
  const scale = levelOf(metres, slots);
  return slots.map((slot) => at(scale, slot));
}

const at = (scale: number, { weight, metresMin, metresMax }: SizeSlot): number =>
  Math.min(Math.max(scale * weight, Math.min(metresMin, metresMax)), metresMax);

/** The common scale, by bisection: the sum grows with it. */
function levelOf(metres: number, slots: readonly SizeSlot[]): number {
  let low = 0;
  let high = 60_000;
  for (let i = 0; i < 32; i += 1) {
    const middle = (low + high) / 2;
    const sum = slots.reduce((total, slot) => total + at(middle, slot), 0);
    if (sum < metres) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Rounds sizes to multiples of a unit so that their sum stays nearest to what it was: each rounding
 * hands what it took or gave to the next.
 */
export function roundSizes(
  sizes: readonly number[],
  unit: number,
  slots: readonly SizeSlot[],
): readonly number[] {
  let carried = 0;
  return sizes.map((size, i) => {
    const most = itemAt(slots, i).metresMax;
    const least = Math.min(itemAt(slots, i).metresMin, size);
    const nearest = Math.max(unit, Math.round((size + carried) / unit) * unit);
    const wished = nearest < least * ROUNDED_LEAST ? Math.ceil(least / unit) * unit : nearest;
    const rounded = wished > most ? Math.max(unit, Math.floor(most / unit) * unit) : wished;
    carried += size - rounded;
    return rounded;
  });
}

/** A run may be rounded to this share of its least: less, and the warm-up of a quality session would pay for it. */
const ROUNDED_LEAST = 0.985;

/** The coarsest unit that changes a week by less than the given share. */
export const unitFor = (metres: number, units: readonly number[], share: number): number =>
  units.find((unit) => unit / 2 <= metres * share) ?? units.at(-1) ?? 1;
