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
 * Whether two recordings are of one activity: they lie over each other in time, or nearly began together and
 * are equally long; for what was typed in, the day and the amounts have to do.
 */
export function isSameRun(a: Activity, b: Activity, rules: DuplicateRules): boolean {
  if (a.start === null || b.start === null || !isSameKind(a, b)) return false;
  const isAlike = isNear(a.metres, b.metres, rules) && isNear(a.movingSeconds, b.movingSeconds, rules);
  if (a.format === "manual" || b.format === "manual") return a.start.day === b.start.day && isAlike;
  const overlap = overlapSeconds(a, b);
  if (overlap <= 0) return false;
  const shorter = Math.min(a.elapsedSeconds, b.elapsedSeconds);
  if (overlap >= shorter * rules.overlapMin) return true;
  return Math.abs(a.start.at - b.start.at) / 1000 <= rules.startSecondsMax && isAlike;
}

function overlapSeconds(a: Activity, b: Activity): number {
  const [fromA, fromB] = [(a.start?.at ?? 0) / 1000, (b.start?.at ?? 0) / 1000];
  return Math.min(fromA + a.elapsedSeconds, fromB + b.elapsedSeconds) - Math.max(fromA, fromB);
}

/** An amount that one of them does not tell contradicts nothing. */
const isNear = (a: number | null, b: number | null, { metresShareMax }: DuplicateRules): boolean =>
  a === null || b === null || Math.abs(a - b) <= metresShareMax * Math.max(a, b);

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
