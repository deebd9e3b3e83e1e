import type { Activity, Sport } from "../activity/activity.ts";
import type { DuplicateRules } from "../rules/activity-rules.ts";

const ON_FOOT: readonly Sport[] = ["run", "walk", "hike"];

/** A sport that nobody knows contradicts none; nor does one that was told, as its twin may say what was wrong. */
const isOpen = ({ cautions }: Activity): boolean =>
  cautions.includes("sport_unknown") || cautions.includes("sport_told");

/** Nobody runs twice at once: one on-foot recording under another's time is the same run. */
const isSameKind = (a: Activity, b: Activity): boolean =>
  a.sport === b.sport || (ON_FOOT.includes(a.sport) && ON_FOOT.includes(b.sport)) || isOpen(a) || isOpen(b);

/**
 * Whether two recordings are of one activity: they lie over each other in time, or nearly began together and are
 * equally long. What was told is the same only where it was told twice in the same words: who runs to work and home
 * has run twice.
 */
export function isSameRun(a: Activity, b: Activity, rules: DuplicateRules): boolean {
  if (a.start === null || b.start === null || !isSameKind(a, b)) return false;
  if (isTold(a) || isTold(b)) return isTold(a) && isTold(b) && isToldTwice(a, b);
  const overlap = overlapSeconds(a, b);
  if (overlap <= 0 || isWalkAroundRun(a, b, rules) || isWalkAroundRun(b, a, rules)) return false;
  const shorter = Math.min(a.elapsedSeconds, b.elapsedSeconds);
  if (overlap >= shorter * rules.overlapMin) return true;
  const isAlike = isNear(a.metres, b.metres, rules) && isNear(a.movingSeconds, b.movingSeconds, rules);
  return Math.abs(a.start.at - b.start.at) / 1000 <= rules.startSecondsMax && isAlike;
}

/** Nobody recorded it: its athlete told it. */
export const isTold = ({ format }: Activity): boolean => format === "manual";

const isToldTwice = (a: Activity, b: Activity): boolean =>
  a.start?.day === b.start?.day &&
  a.sport === b.sport &&
  a.name === b.name &&
  sameTo(1, a.metres, b.metres) &&
  sameTo(60, a.movingSeconds, b.movingSeconds);

const sameTo = (unit: number, a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.round(a / unit) === Math.round(b / unit);

/** The walk of a whole day holds a run, and is no recording of it. */
const isWalkAroundRun = (walk: Activity, run: Activity, { overlapMin }: DuplicateRules): boolean =>
  walk.sport !== "run" && run.sport === "run" && run.elapsedSeconds < walk.elapsedSeconds * overlapMin;

/**
 * How far what was told of a day is from a recording of that day, as shares of the larger; null where it is told of
 * something else. Who tells remembers, and rounds: the recording takes its place all the same.
 */
export function toldGap(told: Activity, recorded: Activity, { toldShareMax }: DuplicateRules): number | null {
  const [day, other] = [told.start?.day, recorded.start?.day];
  if (day === undefined || day !== other || !isSameKind(told, recorded)) return null;
  const gaps = [gapOf(told.metres, recorded.metres), gapOf(told.movingSeconds, recorded.movingSeconds)];
  return gaps.some((gap) => gap > toldShareMax) ? null : gaps.reduce((sum, gap) => sum + gap, 0);
}

/** An amount that one of them does not tell contradicts nothing. */
const gapOf = (a: number | null, b: number | null): number =>
  a === null || b === null || a === b ? 0 : Math.abs(a - b) / Math.max(a, b);

function overlapSeconds(a: Activity, b: Activity): number {
  const [fromA, fromB] = [(a.start?.at ?? 0) / 1000, (b.start?.at ?? 0) / 1000];
  return Math.min(fromA + a.elapsedSeconds, fromB + b.elapsedSeconds) - Math.max(fromA, fromB);
}

const isNear = (a: number | null, b: number | null, { metresShareMax }: DuplicateRules): boolean =>
  gapOf(a, b) <= metresShareMax;

/** Which recordings are of the whole run: none that broke off, and none that is only told. */
export function wholeOf(
  recordings: readonly Activity[],
  { overlapMin }: DuplicateRules,
): readonly Activity[] {
  const recorded = recordings.filter((one) => !isTold(one));
  const longest = Math.max(0, ...recorded.map(({ movingSeconds }) => movingSeconds));
  return recorded.filter(
    ({ faults, movingSeconds }) => movingSeconds >= longest * overlapMin && !faults.includes("cut_off"),
  );
}

/**
 * Which of several recordings of one run to believe: the better source, the one with a track, the one without a
 * fault, the one that recorded longer, and in the end the smaller id, so that the choice never depends on chance.
 */
export function compareRecordings(a: Activity, b: Activity, { preference }: DuplicateRules): number {
  const rank = ({ source }: Activity): number => {
    const place = preference.indexOf(source);
    return place === -1 ? preference.length : place;
  };
  return (
    rank(a) - rank(b) ||
    Number(b.isTracked) - Number(a.isTracked) ||
    a.faults.length - b.faults.length ||
    b.elapsedSeconds - a.elapsedSeconds ||
    (a.id < b.id ? -1 : 1)
  );
}
