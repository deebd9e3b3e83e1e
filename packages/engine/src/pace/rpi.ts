import type { RaceResult } from "../athlete/request.ts";

/*
 * Daniels and Gilbert, "Oxygen Power" (1979): what a speed costs in oxygen, and which share of the
 * maximum a runner holds for how long. The index of a race is the maximum that explains it; speeds are
 * in metres per minute, cost and index in ml of oxygen per kg and minute.
 */

/** Oxygen cost of running at a speed. */
export const oxygenCostOf = (metresPerMinute: number): number =>
  -4.6 + 0.182258 * metresPerMinute + 0.000104 * metresPerMinute ** 2;

/** The speed that costs this much oxygen: the inverse of `oxygenCostOf`. */
export const metresPerMinuteAt = (oxygenCost: number): number =>
  (-0.182258 + Math.sqrt(0.182258 ** 2 + 4 * 0.000104 * (oxygenCost + 4.6))) / (2 * 0.000104);

/** Share of the maximum that can be held for a race of this many minutes; valid from about 3.5 to 240. */
const sustainableShareOf = (minutes: number): number =>
  0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);

/** The Running Performance Index (RPI) of a race. */
export function rpiOf({ metres, seconds }: RaceResult): number {
  const minutes = seconds / 60;
  return oxygenCostOf(metres / minutes) / sustainableShareOf(minutes);
}

const METRES_PER_MINUTE_MIN = 30;
const METRES_PER_MINUTE_MAX = 700;
/** Halvings that shrink the widest bracket below a nanosecond. */
const HALVINGS = 60;

/**
 * Seconds in which a runner of this index races the distance. The index falls strictly as the time grows,
 * so halving a bracket always finds the time.
 */
export function raceSecondsOf(rpi: number, metres: number): number {
  let fast = (metres / METRES_PER_MINUTE_MAX) * 60;
  let slow = (metres / METRES_PER_MINUTE_MIN) * 60;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (fast + slow) / 2;
    if (rpiOf({ metres, seconds: middle }) > rpi) fast = middle;
    else slow = middle;
  }
  return (fast + slow) / 2;
}
