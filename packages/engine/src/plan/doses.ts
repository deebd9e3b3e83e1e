import type { QualityWords } from "../rulebook/law-limits.ts";
import { isRepeat, type SingleStep, type Step } from "./plan.ts";
import { ZONES, type RaceDistance, type SessionKind, type Zone } from "./vocabulary.ts";

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

interface Account {
  readonly metres: Record<Zone, number>;
  readonly seconds: Record<Zone, number>;
  totalMetres: number;
  totalSeconds: number;
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

const NOTHING = Object.freeze(Object.fromEntries(ZONES.map((zone) => [zone, 0]))) as Readonly<
  Record<Zone, number>
>;

/**
 * Metres and seconds per zone. Strides are booked as `sprint` whatever their zone, long sprints as
 * `repetition`, and race pace outside a race under the zone of that pace: so a law reads one word per load.
 */
export function dosesOf(steps: readonly Step[], booking: Booking): Doses {
  const account: Account = {
    metres: { ...NOTHING },
    seconds: { ...NOTHING },
    totalMetres: 0,
    totalSeconds: 0,
  };
  book(account, steps, 1, booking);
  return account;
}

function book(account: Account, steps: readonly Step[], times: number, booking: Booking): void {
  for (const step of steps) {
    if (isRepeat(step)) {
      book(account, step.steps, times * step.repeat, booking);
      continue;
    }
    const zone = bookedZone(step, booking);
    account.metres[zone] += step.metres * times;
    account.seconds[zone] += step.seconds * times;
    account.totalMetres += step.metres * times;
    account.totalSeconds += step.seconds * times;
  }
}

function bookedZone(step: SingleStep, { distance, kind, words }: Booking): Zone {
  if (step.zone === "race")
    return kind === "race" || kind === "tune_up_race" ? "race" : ZONE_OF_RACE_PACE[distance];
  if (step.zone !== "repetition" && step.zone !== "sprint") return step.zone;
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
