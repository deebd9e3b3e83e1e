import {
  type CalendarDate,
  daysBetween,
  isRepeat,
  type Plan,
  type PlanWeek,
  type RaceDistance,
  type Session,
  type SessionOption,
  type SingleStep,
  type Step,
  type Stress,
  WEEKDAYS,
  type Weekday,
  type Zone,
} from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";

/** Longer ones are repeats, not strides. */
const { strideSecondsMax, marathonPaceSecondsMin } = realRulebook().laws.H1;

/** A run as its steps say: no measure of the engine has a part in it. */
export interface RunRead {
  readonly session: Session;
  readonly week: PlanWeek;
  readonly date: CalendarDate;
  readonly weekday: Weekday;
  readonly daysToRace: number;
  readonly kind: Session["kind"];
  readonly metres: number;
  readonly seconds: number;
  /** What option A mostly trains. */
  readonly effort: Stress;
  /** What is run of that effort by the chosen option. */
  readonly work: Amount;
  readonly pieceSeconds: number;
  readonly easyMetres: number;
  /** Everything faster than easy, strides among it. */
  readonly quick: readonly Amount[];
  readonly isHard: boolean;
}

export interface Amount {
  readonly metres: number;
  readonly seconds: number;
}

export interface PlanRead {
  readonly plan: Plan;
  readonly runs: readonly RunRead[];
}

export function readPlan(plan: Plan): PlanRead {
  const runs = plan.weeks.flatMap((week) =>
    week.days.flatMap(({ date, sessions }) => sessions.map((session) => readRun(session, date, week, plan))),
  );
  return { plan, runs };
}

function readRun(
  session: Session,
  date: CalendarDate,
  week: PlanWeek,
  { distance, raceDate }: Plan,
): RunRead {
  const option = chosen(session);
  const pieces = piecesIn(option, distance);
  const effort = effortOf({ ...session, steps: session.steps }, distance);
  const work = pieces.filter(({ zone }) => ZONES[effort].includes(zone));
  return {
    session,
    week,
    date,
    weekday: WEEKDAYS[(daysBetween(MONDAY, date) + 7_000_000) % 7] ?? "mon",
    daysToRace: daysBetween(date, raceDate),
    kind: option.kind,
    metres: option.metres,
    seconds: option.seconds,
    effort,
    work: added(work),
    pieceSeconds: Math.max(0, ...work.map(({ seconds }) => seconds)),
    easyMetres: added(pieces.filter(({ zone }) => EASY.includes(zone))).metres,
    quick: pieces.filter(({ zone }) => !UNHURRIED.includes(zone)),
    isHard: session.quality && session.kind !== "race",
  };
}

const MONDAY = "2026-11-23" as CalendarDate;

const chosen = (session: Session): SessionOption =>
  session.chosen === "b" && session.optionB !== undefined ? session.optionB : session;

const ZONES: Readonly<Record<Stress, readonly Zone[]>> = {
  endurance: [],
  race_pace: ["marathon", "half_marathon"],
  threshold: ["threshold"],
  interval: ["interval", "ten_k"],
  repetition: ["repetition"],
};
const EASY: readonly Zone[] = ["walk", "recovery", "easy", "steady"];
const UNHURRIED: readonly Zone[] = ["walk", "recovery", "easy"];
const RACE_ZONE: Readonly<Record<RaceDistance, Zone>> = {
  "5k": "interval",
  "10k": "ten_k",
  half_marathon: "half_marathon",
  marathon: "marathon",
};

interface Piece extends Amount {
  readonly zone: Zone;
}

/** Steps one after another, repeats written out; neighbours in one zone are one piece. */
function piecesIn(option: SessionOption, distance: RaceDistance): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const step of writtenOut(option.steps)) {
    const zone = zoneOf(step, option, distance);
    const last = pieces.at(-1);
    if (last?.zone === zone)
      pieces[pieces.length - 1] = {
        zone,
        metres: last.metres + step.metres,
        seconds: last.seconds + step.seconds,
      };
    else pieces.push({ zone, metres: step.metres, seconds: step.seconds });
  }
  return pieces;
}

const writtenOut = (steps: readonly Step[]): readonly SingleStep[] =>
  steps.flatMap((step) =>
    isRepeat(step) ? Array.from({ length: step.repeat }, () => writtenOut(step.steps)).flat() : step,
  );

/** Strides are no repeats, and a piece at race pace trains what that pace trains. */
function zoneOf({ zone, seconds }: SingleStep, { kind }: SessionOption, distance: RaceDistance): Zone {
  if (zone === "race" && kind !== "race") return RACE_ZONE[distance];
  const isStride = zone === "repetition" && kind !== "repetition" && seconds <= strideSecondsMax;
  return isStride ? "sprint" : zone;
}

function effortOf(option: SessionOption, distance: RaceDistance): Stress {
  const pieces = piecesIn(option, distance);
  const seconds = (stress: Stress): number =>
    added(pieces.filter(({ zone }) => ZONES[stress].includes(zone))).seconds;
  const efforts: readonly Stress[] = ["race_pace", "threshold", "interval", "repetition"];
  const all = efforts.reduce((total, stress) => total + seconds(stress), 0);
  if (all === 0 || (option.kind === "long" && all < marathonPaceSecondsMin)) return "endurance";
  return efforts.reduce((most, stress) => (seconds(stress) > seconds(most) ? stress : most));
}

export const added = (amounts: readonly Amount[]): Amount => ({
  metres: amounts.reduce((total, { metres }) => total + metres, 0),
  seconds: amounts.reduce((total, { seconds }) => total + seconds, 0),
});

/** Training of some weeks, the race left out. */
export const trainingOf = ({ runs }: PlanRead, weeks: readonly PlanWeek[]): readonly RunRead[] =>
  runs.filter(({ week, kind }) => weeks.includes(week) && kind !== "race");

export const metresOf = (read: PlanRead, week: PlanWeek): number => added(trainingOf(read, [week])).metres;

export const peakOf = (read: PlanRead): number =>
  Math.max(...read.plan.weeks.map((week) => metresOf(read, week)));

export const shareEasy = (runs: readonly RunRead[]): number =>
  runs.reduce((total, { easyMetres }) => total + easyMetres, 0) / added(runs).metres;

/** Build weeks before a week, in their order. */
export const buildsBefore = ({ plan }: PlanRead, { week }: PlanWeek): readonly PlanWeek[] =>
  plan.weeks.filter((other) => other.week < week && other.kind === "build");

export const longRunOf = (read: PlanRead, week: PlanWeek): RunRead | undefined =>
  trainingOf(read, [week])
    .filter(({ kind }) => kind === "long")
    .toSorted((a, b) => b.metres - a.metres)[0];
