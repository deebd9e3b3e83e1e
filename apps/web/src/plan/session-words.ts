import {
  isRepeat,
  PACED_ZONES,
  type PaceRange,
  type Plan,
  type Session,
  type SessionKind,
  type SessionOption,
  type SingleStep,
  type Step,
  type TrainingPaces,
  type Units,
  type Zone,
} from "@strideiq/engine";
import {
  chosenOf,
  formatClock,
  formatDistance,
  formatDuration,
  formatMinutes,
  formatRepetition,
  isToldByTime,
  paceClock,
  shortMinutes,
  shortSessionSize,
  splitRecovery,
  ZONE_EFFORTS,
  ZONE_NAMES,
} from "@strideiq/wording";
import { actMessages } from "../messages/acts.ts";
import type { Told } from "./data/edit.ts";
import { messages } from "../messages.ts";

/** The size of a session in two parts: what to go by, large; what follows from it, small. */
export interface SessionSize {
  readonly main: string;
  readonly unit: string;
  readonly isDistance: boolean;
  readonly also: string;
}

const RACES: readonly SessionKind[] = ["race", "tune_up_race"];

/**
 * A planned figure is marked as such, and stands second where time is what the session goes by, or what its
 * reader goes by (`byTime`). A race is as long as it is.
 */
export function sizeOf(session: Session, units: Units, byTime = false): SessionSize {
  const { metres, seconds } = chosenOf(session);
  const distance = formatDistance(metres, units);
  if (byTime && session.kind !== "race" && session.estimated !== true && metres > 0)
    return { ...split(formatMinutes(seconds)), isDistance: false, also: distance };
  if (isToldByTime(session)) {
    const also = metres > 0 ? messages.plan.about(distance) : "";
    return { ...split(formatMinutes(seconds)), isDistance: false, also };
  }
  const also = session.kind === "race" ? "" : messages.plan.about(formatMinutes(seconds));
  return session.estimated === true && !RACES.includes(session.kind)
    ? { main: messages.plan.about(distance), unit: "", isDistance: true, also }
    : { ...split(distance), isDistance: true, also };
}

/** The same in one line, without what follows from it: `12.5 km`, `about 50 min`. */
export function sizeInWords(session: Session, units: Units, byTime = false): string {
  const { main, unit } = sizeOf(session, units, byTime);
  return `${main} ${unit}`.trim();
}

/** The same as a month has room for it: `12`, `~12`, `50'`, `2h30`. */
export function shortSizeOf(session: Session, units: Units, byTime: boolean): string {
  const { seconds, metres } = chosenOf(session);
  return byTime && session.kind !== "race" && metres > 0
    ? shortMinutes(Math.round(seconds / 60))
    : shortSessionSize(session, units);
}

/** `12.5 km` as number and unit, so that the number can be large. Hours and minutes stay together. */
function split(text: string): { readonly main: string; readonly unit: string } {
  const match = /^([\d.]+) (\D+)$/.exec(text);
  return match ? { main: match[1] ?? text, unit: match[2] ?? "" } : { main: text, unit: "" };
}

/** What was measured of a session, beside its planned size: `ran 13.2 km · 1:16:40`; empty where nothing was. */
export function runLine(told: Told | undefined, units: Units): string {
  if (told === undefined || told.state === "skipped") return "";
  const amounts = [
    ...(told.metres === null ? [] : [formatDistance(told.metres, units)]),
    ...(told.seconds === null ? [] : [formatClock(told.seconds)]),
  ];
  return amounts.length === 0 ? "" : actMessages.ran(amounts.join(" · "));
}

const PLAIN: readonly Zone[] = ["walk", "recovery", "easy"];

const isPaced = (zone: Zone): zone is (typeof PACED_ZONES)[number] =>
  PACED_ZONES.some((paced) => paced === zone);

/** The pace of a step; null where there is no result, where effort rules, or where a zone goes by feel. */
export function paceOf(step: SingleStep, paces: TrainingPaces | null): PaceRange | null {
  if (paces === null || step.effort !== undefined || !isPaced(step.zone)) return null;
  return paces[step.zone];
}

export const effortOf = (step: SingleStep): string => step.effort ?? ZONE_EFFORTS[step.zone];

export const amountOf = (step: SingleStep, units: Units): string =>
  step.by === "time" ? formatDuration(step.seconds) : formatRepetition(step.metres, units);

/**
 * What is inside a session, in the few words a card has room for: `4 × 8 min · 4:34–4:42`.
 * In a long run the name of the pace says more than the pace.
 */
export function workLine({ kind, steps }: SessionOption, plan: Plan, units: Units): string {
  const pieces = steps.flatMap((step) => workOf(step));
  const written = pieces.map(({ times, step }) => {
    const amount = amountOf(step, units);
    return times === 1 ? amount : `${String(times)} × ${amount}`;
  });
  const singles = pieces.map(({ step }) => step);
  if (kind === "race") return commonPace(singles, plan.paces, units);
  if (kind === "long") return [written.join(" + "), commonZone(singles)].join(" ").trim();
  return [written.join(" + "), commonPace(singles, plan.paces, units)]
    .filter((text) => text !== "")
    .join(" · ");
}

const commonZone = (steps: readonly SingleStep[]): string => {
  const [first] = steps;
  return first !== undefined && steps.every(({ zone }) => zone === first.zone)
    ? ZONE_NAMES[first.zone].toLowerCase()
    : "";
};

interface Work {
  readonly times: number;
  readonly step: SingleStep;
}

function workOf(step: Step): readonly Work[] {
  if (!isRepeat(step)) return PLAIN.includes(step.zone) ? [] : [{ times: 1, step }];
  return splitRecovery(step.steps).work.flatMap((inner) =>
    workOf(inner).map(({ times, step: work }) => ({ times: times * step.repeat, step: work })),
  );
}

/** One pace for the whole card, or none: several would not fit, and the session sheet has them all. */
function commonPace(steps: readonly SingleStep[], paces: TrainingPaces | null, units: Units): string {
  const ranges = steps.map((step) => paceOf(step, paces));
  const first = ranges[0];
  if (first === null || first === undefined || ranges.some((range) => range !== first)) return "";
  const [fast, slow] = [paceClock(first.fast, units), paceClock(first.slow, units)];
  return fast === slow ? fast : `${fast}–${slow}`;
}
