import {
  isRepeat,
  type Session,
  type SessionOption,
  type SingleStep,
  type Step,
  type Units,
} from "@strideiq/engine";
import { distanceNumber, formatDistance } from "../numbers/format-distance.ts";
import { formatMinutes, HOURS_FROM_MINUTES } from "../numbers/format-duration.ts";

/** What the athlete will run: the session itself, or its option B where that is the choice. */
export const chosenOf = (session: Session): SessionOption =>
  session.chosen === "b" && session.optionB !== undefined ? session.optionB : session;

/** All single steps in the order they are run, each repeat once. */
export const leavesOf = (steps: readonly Step[]): readonly SingleStep[] =>
  steps.flatMap((step) => (isRepeat(step) ? leavesOf(step.steps) : [step]));

/**
 * Sessions of runners without a race result that are prescribed by time are told by time.
 * Their distance is a planning figure and would read as a target.
 */
export const isToldByTime = (session: Session): boolean =>
  chosenOf(session).metres === 0 ||
  (session.estimated === true && leavesOf(chosenOf(session).steps).every(({ by }) => by === "time"));

/** A race is as long as it is, whoever runs it. */
const isRough = ({ estimated, kind }: Session): boolean =>
  estimated === true && kind !== "race" && kind !== "tune_up_race";

/** The size of a session with its unit: `12 km`, `~12 km`, `50 min`. */
export function formatSessionSize(session: Session, units: Units): string {
  const { metres, seconds } = chosenOf(session);
  if (isToldByTime(session)) return formatMinutes(seconds);
  return `${isRough(session) ? "~" : ""}${formatDistance(metres, units)}`;
}

/** The size of a session as a table has room for it: `12`, `~12`, `50'`, `2h30`. */
export function shortSessionSize(session: Session, units: Units): string {
  const { metres, seconds } = chosenOf(session);
  if (isToldByTime(session)) return shortMinutes(Math.round(seconds / 60));
  return `${isRough(session) ? "~" : ""}${distanceNumber(metres, units)}`;
}

/** Minutes as a table has room for them: `50'`, `2h30`; hours begin where they do in words. */
export const shortMinutes = (minutes: number): string =>
  minutes < HOURS_FROM_MINUTES
    ? `${String(minutes)}'`
    : `${String(Math.floor(minutes / 60))}h${String(minutes % 60).padStart(2, "0")}`;
