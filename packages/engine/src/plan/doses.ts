import type { QualityWords } from "../rulebook/law-limits.ts";
import { isRepeat, type SingleStep, type Step } from "./plan.ts";
import type { RaceDistance, SessionKind, Zone } from "./vocabulary.ts";

/** What a session holds of each zone, repeats multiplied. */
export interface Doses {
  readonly metres: Readonly<Record<Zone, number>>;
  readonly seconds: Readonly<Record<Zone, number>>;
  readonly totalMetres: number;
  readonly totalSeconds: number;
}

/** What decides under which zone a piece is booked. */
export interface Booking {
  readonly distance: RaceDistance;
  readonly kind: SessionKind;
  readonly words: QualityWords;
}

const ZONE_OF_RACE_PACE = {
  "5k": "interval",
  "10k": "ten_k",
  half_marathon: "half_marathon",
  marathon: "marathon",
} as const satisfies Record<RaceDistance, Zone>;

const EASY_ZONES = ["walk", "recovery", "easy", "steady"] as const satisfies readonly Zone[];
const BRISK_ZONES = ["marathon", "half_marathon"] as const satisfies readonly Zone[];
const FAST_ZONES = ["threshold", "ten_k", "interval", "repetition"] as const satisfies readonly Zone[];

const noneByZone = (): Record<Zone, number> => ({
  walk: 0,
  recovery: 0,
  easy: 0,
  steady: 0,
  marathon: 0,
  half_marathon: 0,
  threshold: 0,
  ten_k: 0,
  interval: 0,
  repetition: 0,
  sprint: 0,
  race: 0,
});

/**
 * Metres and seconds per zone. Strides are booked as `sprint` whatever their zone, long sprints and the
 * short pieces of a repetition session as `repetition`, and race pace outside a race under the zone of that pace: so a law reads one word per load.
 */
export function dosesOf(steps: readonly Step[], booking: Booking): Doses {
  const metres = noneByZone();
  const seconds = noneByZone();
  let totalMetres = 0;
  let totalSeconds = 0;
  const book = (some: readonly Step[], times: number): void => {
    for (const step of some) {
      if (isRepeat(step)) {
        book(step.steps, times * step.repeat);
        continue;
      }
      const zone = bookedZone(step, booking);
      metres[zone] += step.metres * times;
      seconds[zone] += step.seconds * times;
      totalMetres += step.metres * times;
      totalSeconds += step.seconds * times;
    }
  };
  book(steps, 1);
  return { metres, seconds, totalMetres, totalSeconds };
}

/** The zone under which a piece counts, whatever it is called. */
export function bookedZone(step: SingleStep, { distance, kind, words }: Booking): Zone {
  if (step.zone === "race")
    return kind === "race" || kind === "tune_up_race" ? "race" : ZONE_OF_RACE_PACE[distance];
  if (step.zone !== "repetition" && step.zone !== "sprint") return step.zone;
  if (kind === "repetition") return "repetition";
  const shortMax =
    kind === "hills" && step.zone === "sprint" ? words.hillSprintSecondsMax : words.strideSecondsMax;
  return step.seconds <= shortMax ? "sprint" : "repetition";
}

const sumOver = (amounts: Readonly<Record<Zone, number>>, zones: readonly Zone[]): number => {
  let sum = 0;
  for (const zone of zones) sum += amounts[zone];
  return sum;
};

export const easyMetresOf = (doses: Doses): number => sumOver(doses.metres, EASY_ZONES);

/** Seconds of threshold and faster, strides left out. */
export const fastSecondsOf = (doses: Doses): number => sumOver(doses.seconds, FAST_ZONES);

/** Seconds at marathon pace and faster, strides left out. */
export const briskSecondsOf = (doses: Doses): number =>
  sumOver(doses.seconds, BRISK_ZONES) + fastSecondsOf(doses);

/** Metres at marathon pace and faster, strides left out. */
export const briskMetresOf = (doses: Doses): number =>
  sumOver(doses.metres, BRISK_ZONES) + sumOver(doses.metres, FAST_ZONES);

/** Anything faster than steady, strides included. */
export const hasFasterRunning = (doses: Doses): boolean => doses.totalMetres - easyMetresOf(doses) > 0;
