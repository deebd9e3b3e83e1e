import { PLAN_MEASURES, type PlanMeasure, type PlanMeasures, type RaceDistance } from "@strideiq/engine";
import { RACE_PHRASES } from "../names/names.ts";
import { distanceNumber } from "../numbers/format-distance.ts";
import { formatClock, formatMinutes } from "../numbers/format-duration.ts";
import { capital } from "../reason/number-words.ts";
import { counted } from "./explain-law.ts";

const km = (metres: number): string => `${distanceNumber(metres, "km")} km`;

interface MeasureWords {
  /** As a heading. */
  readonly name: string;
  /** The number alone, for under that heading. */
  readonly told: (value: number) => string;
  /** The first number in place of the second, as part of a sentence. */
  readonly say: (after: number, before: number) => string;
}

const insteadOf = (after: string, before: string): string => `${after} instead of ${before}`;
const count = (name: string, noun: string, behind = ""): MeasureWords => ({
  name,
  told: String,
  say: (after, before) => insteadOf(`${counted(after, noun)}${behind}`, String(before)),
});
const distance = (name: string, of: string, behind = ""): MeasureWords => ({
  name,
  told: km,
  say: (after, before) => `${of}${insteadOf(`${km(after)}${behind}`, km(before))}`,
});
const time = (name: string, where: string): MeasureWords => ({
  name,
  told: formatMinutes,
  say: (after, before) => insteadOf(`${formatMinutes(after)} ${where}`, formatMinutes(before)),
});

const WORDS: Readonly<Record<PlanMeasure, MeasureWords>> = {
  weeks: count("Weeks", "week"),
  runs: count("Runs", "run"),
  totalMetres: distance("Distance in all", "", " in all"),
  peakMetres: distance("Highest week", "a highest week of "),
  longestMetres: distance("Longest run", "a longest run of "),
  hardSessions: count("Hard sessions", "hard session"),
  thresholdSeconds: time("At threshold", "at threshold"),
  fasterSeconds: time("Faster than threshold", "faster than threshold"),
  racePaceSeconds: time("At marathon or half-marathon pace", "at marathon or half-marathon pace"),
  cutbackWeeks: count("Cutback weeks", "cutback week"),
  taperWeeks: count("Weeks of taper", "week", " of taper"),
  remarks: count("Remarks of laws", "remark", " of a law"),
};

/** What is not told by the same words before and after. */
const differing = (before: PlanMeasures, after: PlanMeasures): readonly PlanMeasure[] =>
  PLAN_MEASURES.filter(
    (measure) => WORDS[measure].told(before[measure]) !== WORDS[measure].told(after[measure]),
  );

/** What a plan has instead of what it had, as a coach says it; a whole sentence. */
export function explainMeasures(before: PlanMeasures | null, after: PlanMeasures | null): string {
  if (after === null) return "There would be no such plan any more.";
  if (before === null)
    return `A new plan: ${counted(after.weeks, "week")}, a highest week of ${km(after.peakMetres)}, a longest run of ${km(after.longestMetres)}.`;
  const parts = differing(before, after).map((measure) =>
    WORDS[measure].say(after[measure], before[measure]),
  );
  return parts.length === 0
    ? "The same distances, hard minutes and weeks; some sessions are others or stand on other days."
    : `${capital(parts.join(", "))}.`;
}

/** Somebody made up, in a few words. */
export interface SomebodyMadeUp {
  readonly number: number;
  readonly distance: RaceDistance;
  readonly weeks: number;
  readonly daysPerWeek: number;
  readonly weeklyMetres: number | null;
  readonly tenKmSeconds: number | null;
  readonly age: number | null;
}

/** `athlete 17: a half marathon in 16 weeks, 5 days a week, 45 km a week, 10 km in 46:00, aged 41` */
export const describeMadeUp = (athlete: SomebodyMadeUp): string =>
  [
    `athlete ${String(athlete.number)}: ${RACE_PHRASES[athlete.distance]} in ${counted(athlete.weeks, "week")}`,
    `${counted(athlete.daysPerWeek, "run day")} a week`,
    athlete.weeklyMetres === null ? "no word on how far they run" : `${km(athlete.weeklyMetres)} a week now`,
    athlete.tenKmSeconds === null ? "no race result" : `10 km in ${formatClock(athlete.tenKmSeconds)}`,
    ...(athlete.age === null ? [] : [`aged ${String(athlete.age)}`]),
  ].join(", ");

/** The same for whom the list of all has the rest. */
const shortly = ({ number, distance: race, weeks }: SomebodyMadeUp): string =>
  `athlete ${String(number)} (${RACE_PHRASES[race]} in ${counted(weeks, "week")})`;

/** A number of many plans: for how many it goes which way, and for whom the most. */
export interface SummedMeasure {
  readonly measure: PlanMeasure;
  readonly more: number;
  readonly less: number;
  readonly most: { readonly athlete: SomebodyMadeUp; readonly before: number; readonly after: number };
}

/** `Highest week: less for 30, more for 2; most of all for athlete 17 (...), 58 km instead of 62 km.` */
export function explainSummed({ measure, more, less, most }: SummedMeasure): string {
  const { name, told } = WORDS[measure];
  const ways = [
    ...(less > 0 ? [`less for ${String(less)}`] : []),
    ...(more > 0 ? [`more for ${String(more)}`] : []),
  ];
  const { athlete, before, after } = most;
  return `${name}: ${ways.join(", ")}; most of all for ${shortly(athlete)}, ${insteadOf(told(after), told(before))}.`;
}
