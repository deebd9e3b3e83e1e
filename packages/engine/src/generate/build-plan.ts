import type { PlanRequest } from "../athlete/request.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { planWeek } from "../microcycle/plan-week.ts";
import { qualityWorksOf } from "../microcycle/quality-works.ts";
import type { WeekContext, WeekTail } from "../microcycle/week-context.ts";
import type { PlacedSession } from "../microcycle/week-sessions.ts";
import { racePredictionOf } from "../pace/race-prediction.ts";
import { offeredWith, type Way, wayOf } from "../plan/offered.ts";
import { PLAN_SCHEMA, type PlanDay, type PlanWeek } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { volumeCurve } from "../volume/curve.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { Work } from "../workout/ladder.ts";
import type { Pacing } from "../workout/pacing.ts";
import { raceSession } from "../workout/session.ts";
import { adjustmentsOf } from "./adjustments.ts";
import { type Course, FROM_THE_START } from "./course.ts";
import { type Horizon, layOutWeeks, type RaceCalendar, type WeekFrame } from "./frame.ts";
import type { Policy } from "./policy.ts";
import { programOf, type WeekProgram } from "./program.ts";
import { ENGINE_VERSION } from "./provenance.ts";
import { isRacePaceLong } from "./race-pace-long.ts";
import type { Runner } from "./runner.ts";
import { itemAt } from "../result/item-at.ts";

/** A plan under one policy before its weeks have days: kinds of week, volumes, stimuli. */
export interface Outline {
  readonly request: PlanRequest;
  readonly runner: Runner;
  readonly daysPerWeek: number;
  readonly horizon: Horizon;
  readonly frames: readonly WeekFrame[];
  readonly volumes: readonly WeekVolume[];
  readonly programs: readonly WeekProgram[];
  readonly policy: Policy;
  readonly rulebook: Rulebook;
  readonly course: Course;
}

/** Outlines one plan under one policy. Null when there is no week to build in. */
export function outlinePlan(
  request: PlanRequest,
  runner: Runner,
  daysPerWeek: number,
  calendar: RaceCalendar,
  policy: Policy,
  rulebook: Rulebook,
  course: Course = FROM_THE_START,
): Outline | null {
  const { distance } = request;
  const { horizon } = calendar;
  const frames = layOutWeeks(calendar, distance, runner, policy, rulebook, course.behind);
  if (course.peak === null && !frames.some((frame) => frame.kind === "build")) return null;
  const volumes = volumeCurve(frames, runner, daysPerWeek, distance, policy, rulebook, course.peak);
  const weeks = { request, runner, daysPerWeek, horizon, frames, volumes, policy, rulebook, course };
  return { ...weeks, programs: programsOf(weeks, null) };
}

/** What tells two outlines of one wish apart: under many a policy the same plan comes out. */
export const outlineKey = ({ daysPerWeek, frames, volumes, programs }: Outline): string =>
  JSON.stringify([
    daysPerWeek,
    frames.map(({ phase, kind, longDay }) => [phase, kind, longDay]),
    volumes.map(({ metres, longRunMetres, runDays }) => [metres, longRunMetres, runDays]),
    programs,
  ]);

/** Gives an outline its days and sessions. Null when the days do not suffice. */
export function buildPlan(outline: Outline): PlanUnderLaw | null {
  const { request, runner, daysPerWeek, rulebook } = outline;
  const weeks = settledWeeks(outline);
  if (weeks === null) return null;
  return {
    schema: PLAN_SCHEMA,
    distance: request.distance,
    tier: runner.tier,
    daysPerWeek,
    raceDate: request.raceDate,
    request,
    paces: runner.estimated ? null : runner.paces,
    rpi: runner.rpi,
    ...(request.result === null
      ? {}
      : { prediction: racePredictionOf(request.result, request.distance, rulebook) }),
    provenance: { engine: ENGINE_VERSION, rulebook: rulebook.version, plugins: rulebook.plugins ?? {} },
    weeks,
    adjustments: adjustmentsOf({ ...outline, weeks }),
  };
}

/** What each week trains; blocks go on from the weeks behind. */
const programsOf = (
  { request, frames, volumes, runner, policy, rulebook, course }: Omit<Outline, "programs">,
  capacities: readonly number[] | null,
): readonly WeekProgram[] =>
  programOf(
    [...course.frames, ...frames],
    [...course.volumes, ...volumes],
    runner,
    request.distance,
    policy,
    capacities === null ? null : [...course.frames.map(() => Number.POSITIVE_INFINITY), ...capacities],
    rulebook,
  ).slice(course.frames.length);

/**
 * Where the days of a week have no room for all its key sessions, the key sessions of the plan are chosen
 * again, now that this is known: what one week cannot hold another may.
 */
function settledWeeks(outline: Outline): readonly PlanWeek[] | null {
  let planned = planWeeks(outline);
  let capacities: readonly number[] = outline.frames.map(() => Number.POSITIVE_INFINITY);
  for (let again = 0; again < CHOICES_MAX && planned !== null && planned.dropped.size > 0; again += 1) {
    const { dropped } = planned;
    capacities = capacities.map((capacity, i) => dropped.get(i) ?? capacity);
    const programs = programsOf(outline, capacities);
    planned = planWeeks({ ...outline, programs });
  }
  return planned?.weeks ?? null;
}

/** How often key sessions are chosen anew; what is left without a place then stays out. */
const CHOICES_MAX = 3;

interface PlannedWeeks {
  readonly weeks: readonly PlanWeek[];
  /** Weeks without a workout or a day for all their key sessions, by index, with the number that stands. */
  readonly dropped: ReadonlyMap<number, number>;
}

function planWeeks(outline: Outline): PlannedWeeks | null {
  const { frames, volumes, runner, rulebook, course } = outline;
  const pacing: Pacing = { paces: runner.paces, estimated: runner.estimated, rules: rulebook.pace };
  const built = volumes.filter((_, i) => frames[i]?.kind === "build");
  const build = built.length > 0 || course.peak === null ? built : [course.peak];
  const peak = {
    metres: Math.max(...build.map((week) => week.metres)),
    longRunMetres: Math.max(...build.map((week) => week.longRunMetres)),
  };
  const works = qualityWorksOf({ ...outline, distance: outline.request.distance, peak, pacing });
  const weeks: PlanWeek[] = [];
  const dropped = new Map<number, number>();
  let before: WeekTail = course.tail;
  let offered = course.offered;
  let given = 0;
  for (const [i, frame] of frames.entries()) {
    const quality = itemAt(works, i).filter((work) => work !== null);
    const context = contextOf(outline, i, frame, quality, pacing, peak, { before, offered });
    const planned = planWeek(context);
    if (planned === null) return null;
    before = planned.tail;
    if (planned.keySessions < context.program.quality.length) dropped.set(i, planned.keySessions);
    const week = weekOf(frame, planned.sessions, given, outline.request, rulebook, pacing);
    given = week.given;
    weeks.push(week.week);
    offered = offeredWith(offered, earlyWays(frame, week.week, outline));
  }
  return { weeks, dropped };
}

/** Law T5: the ways through a week's sessions that count as known in the last days before the race. */
const earlyWays = (frame: WeekFrame, { days }: PlanWeek, { request, rulebook }: Outline): readonly Way[] =>
  days
    .filter((_, i) => itemAt(frame.days, i).daysToRace >= rulebook.laws.T5.days)
    .flatMap(({ sessions }) => sessions)
    .flatMap((session) => (session.optionB === undefined ? [session] : [session, session.optionB]))
    .map((way) => wayOf(way, { distance: request.distance, kind: way.kind, words: rulebook.laws.H1 }));

function contextOf(
  { request, runner, frames, volumes, programs, rulebook }: Outline,
  index: number,
  frame: WeekFrame,
  quality: readonly Work[],
  pacing: Pacing,
  peak: WeekContext["peak"],
  behind: Pick<WeekContext, "before" | "offered">,
): WeekContext {
  const next = frames[index + 1];
  const isNextHard = isRacePaceLong(programs[index + 1]?.longRun?.kind ?? null);
  return {
    frame,
    volume: itemAt(volumes, index),
    program: itemAt(programs, index),
    quality,
    runner,
    pacing,
    distance: request.distance,
    rulebook,
    peak,
    ...behind,
    nextHardDay: isNextHard ? (next?.longDay ?? null) : null,
  };
}

/** Numbers the sessions in the order of their days and adds the race. */
function weekOf(
  frame: WeekFrame,
  sessions: readonly PlacedSession[],
  given: number,
  request: PlanRequest,
  rulebook: Rulebook,
  pacing: Pacing,
): { readonly week: PlanWeek; readonly given: number } {
  const race = rulebook.races[request.distance];
  let count = given;
  const days: readonly PlanDay[] = frame.days.map(({ date, daysToRace }, day) => {
    const drafts =
      daysToRace === 0
        ? [raceSession("Race day", race.metres, pacing)]
        : sessions.filter((placed) => placed.day === day).map((placed) => placed.session);
    return {
      date,
      sessions: drafts.map((draft) => {
        count += 1;
        return { id: `s${String(count).padStart(3, "0")}`, ...draft };
      }),
    };
  });
  const metres = days.flatMap((day) => day.sessions).reduce((sum, session) => sum + session.metres, 0);
  return {
    week: {
      week: frame.week,
      phase: frame.phase,
      kind: frame.kind,
      targetMetres: Math.round(metres / 100) * 100,
      days,
    },
    given: count,
  };
}
