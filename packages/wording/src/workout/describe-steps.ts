import {
  isRepeat,
  type RepeatStep,
  type SingleStep,
  type Step,
  type Units,
  type Zone,
} from "@strideiq/engine";
import { formatRepetition } from "../numbers/format-distance.ts";
import { formatDuration } from "../numbers/format-duration.ts";

/** Zones as they read after a distance or a duration: `15 min easy`, `10 km at marathon pace`. */
const ZONE_PHRASES: Readonly<Record<Zone, string>> = {
  walk: "walk",
  recovery: "jog",
  easy: "easy",
  steady: "steady",
  marathon: "at marathon pace",
  half_marathon: "at half-marathon pace",
  threshold: "threshold",
  ten_k: "at 10K pace",
  interval: "at interval pace",
  repetition: "at repetition pace",
  sprint: "sprint",
  race: "at race pace",
};

/** The effort behind each phrase, for runners who have no pace. */
const EFFORT_PHRASES: Readonly<Record<Zone, string>> = {
  ...ZONE_PHRASES,
  marathon: "at marathon effort",
  half_marathon: "at half-marathon effort",
  threshold: "comfortably hard",
  ten_k: "at 10K effort",
  interval: "very hard",
  repetition: "fast and loose",
  race: "at race effort",
};

/** Slow enough to rest in: the last such step of a set is its recovery. */
const RECOVERY_ZONES: readonly Zone[] = ["walk", "recovery", "easy"];

export interface DescribeOptions {
  /** Set for plans without a race result: efforts instead of paces. */
  readonly byEffort?: boolean;
}

/**
 * A workout in one line: `15 min easy, 4 x 8 min threshold (2 min jog), 10 min easy`.
 * What is prescribed (time or distance) is what is written; the derived figure stays out.
 */
export const describeSteps = (
  steps: readonly Step[],
  units: Units,
  { byEffort = false }: DescribeOptions = {},
): string => list(steps, units, byEffort ? EFFORT_PHRASES : ZONE_PHRASES);

type Phrases = Readonly<Record<Zone, string>>;

const list = (steps: readonly Step[], units: Units, phrases: Phrases): string =>
  steps
    .map((step) => (isRepeat(step) ? describeRepeat(step, units, phrases) : single(step, units, phrases)))
    .join(", ");

function describeRepeat({ repeat, steps }: RepeatStep, units: Units, phrases: Phrases): string {
  const { work, recovery } = splitRecovery(steps);
  const inner = list(work, units, phrases);
  const only = work.length === 1 ? work[0] : undefined;
  const set = only !== undefined && !isRepeat(only) ? inner : `(${inner})`;
  const rest = recovery === null ? "" : ` (${amountOf(recovery, units)} ${restWord(recovery)})`;
  return `${String(repeat)} x ${set}${rest}`;
}

const single = (step: SingleStep, units: Units, phrases: Phrases): string =>
  `${amountOf(step, units)} ${step.effort ?? phrases[step.zone]}`;

/** A jog stays a jog: nobody takes a recovery at easy pace by the watch. */
const restWord = ({ effort, zone }: SingleStep): string => effort ?? (zone === "walk" ? "walk" : "jog");

const amountOf = ({ by, metres, seconds }: SingleStep, units: Units): string =>
  by === "time" ? formatDuration(seconds) : formatRepetition(metres, units);

/** The work of a set, and the recovery that closes it if there is one. */
export function splitRecovery(steps: readonly Step[]): {
  readonly work: readonly Step[];
  readonly recovery: SingleStep | null;
} {
  const last = steps.at(-1);
  return steps.length > 1 && last !== undefined && !isRepeat(last) && RECOVERY_ZONES.includes(last.zone)
    ? { work: steps.slice(0, -1), recovery: last }
    : { work: steps, recovery: null };
}
