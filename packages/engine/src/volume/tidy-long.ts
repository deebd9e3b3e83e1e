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
