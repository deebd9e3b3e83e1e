import type { Runner } from "../generate/runner.ts";

/** Long runs are whole kilometres or whole steps of minutes, short ones halves of them. */
export const longRunUnit = (metres: number, unitMetres: number): number =>
  metres < 10 * unitMetres ? unitMetres / 2 : unitMetres;

/** A long run in whole units, no longer than `most`; the chain of growth is reckoned from what is run. */
export function tidyLong(
  metres: number,
  most: number,
  { longRunUnitMetres }: Runner,
  fineness?: number,
): number {
  const unit = fineness === undefined ? longRunUnit(metres, longRunUnitMetres) : longRunUnitMetres * fineness;
  const nearest = Math.round(metres / unit) * unit;
  return nearest <= most ? nearest : Math.floor(most / unit) * unit;
}

/**
 * The share of their unit that long runs at the edge of their growth are multiples of: quarters of a kilometre
 * with a race result; without one whole five minutes, or two where five cost too much of the step.
 */
export function edgeUnit({ estimated, longRunUnitMetres }: Runner, most: number): number {
  if (!estimated) return 0.25;
  const half = longRunUnitMetres / 2;
  return Math.floor(most / half) * half >= most * TIDY_EDGE ? 0.5 : 0.2;
}

/** Whole five minutes that cost more of a step's growth are left out. */
const TIDY_EDGE = 0.975;
