import type { Units } from "@strideiq/engine";

/** The international mile. */
export const METRES_PER_MILE = 1609.344;

/** Metres of one kilometre or one mile. */
export const metresPerUnit = (units: Units): number => (units === "km" ? 1000 : METRES_PER_MILE);

/**
 * A distance as a number in the athlete's units: one decimal below 100, none from there on.
 * Nobody runs to the metre, and a plan that pretends to is hard to read.
 */
export function distanceNumber(metres: number, units: Units): string {
  const value = metres / metresPerUnit(units);
  return value < 99.95 ? trimZero(value.toFixed(1)) : value.toFixed(0);
}

/** A distance with its unit. Below a kilometre it stays in metres: tracks are metric in every country. */
export function formatDistance(metres: number, units: Units): string {
  const whole = Math.round(metres);
  if (whole !== 0 && Math.abs(whole) < 1000) return `${String(whole)} m`;
  return `${distanceNumber(metres, units)} ${units}`;
}

/** The length of one repetition: `400 m`, `1200 m`, `2 km`, `1 mi`. */
export function formatRepetition(metres: number, units: Units): string {
  const onTheTrack = metres < 2000 && metres % 100 === 0;
  return onTheTrack && (units === "mi" || metres % 1000 !== 0)
    ? `${String(metres)} m`
    : formatDistance(metres, units);
}

const trimZero = (text: string): string => text.replace(/\.0$/, "");
