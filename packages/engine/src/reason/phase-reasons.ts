import { needsMastersRecovery } from "../athlete/masters.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { taperWeeksOf } from "../plan/race-weeks.ts";
import { STRESSES } from "../plan/vocabulary.ts";
import { weeksToRaceOf } from "./calendar.ts";
import type { AthleteReason, DayLimit, PhaseReason } from "./phase-reason.ts";
import type { PhaseSpan } from "./phases.ts";
import type { Adjusted, Reason } from "./reason.ts";
import { shareOf } from "./share.ts";
import { easyShareOf, type Story } from "./story.ts";
import { weekdaysFrom } from "../units/weekday.ts";

/** Why a phase is there: what it is for, why it has these weeks, and the law that it serves. */
export function phaseReasonsOf(span: PhaseSpan, isFirst: boolean, story: Story): readonly Reason[] {
  const weeks = story.facts.weeks.filter(({ number }) => number >= span.firstWeek && number <= span.lastWeek);
  const lost = weeks.every(isWithoutRunning) ? breakReasons(story) : [];
  if (lost.length > 0) return [...lost, ...(isFirst ? athleteReasons(story) : [])];
  return [
    purposeOf(span, weeks, story),
    ...(span.phase === "taper" ? taperReasons(weeks, story) : lengthReasons(span, weeks, story)),
    ...serving(span, weeks, story),
    ...(isFirst ? [...athleteReasons(story), ...adjustedReasons(story)] : []),
  ];
}

const isWithoutRunning = ({ metres }: WeekFacts): boolean => metres === 0;

/** A phase that a break has emptied trains nothing: what became of the race is all there is to say. */
const breakReasons = ({ facts }: Story): readonly Adjusted[] =>
  facts.plan.adjustments
    .filter(({ wish }) => wish === "break" || wish === "break_to_race")
    .map((adjustment) => ({ kind: "adjusted", ...adjustment }));

function purposeOf({ phase }: PhaseSpan, weeks: readonly WeekFacts[], { works }: Story): PhaseReason {
  const efforts = weeks.flatMap((week) => week.runs.map((run) => works.get(run)?.effort));
  const counts = STRESSES.map((effort) => ({
    effort,
    count: efforts.filter((other) => other === effort).length,
  }));
  return { kind: "phase_purpose", rule: "program", phase, sessions: counts.filter(({ count }) => count > 0) };
}

function lengthReasons(
  { phase }: PhaseSpan,
  weeks: readonly WeekFacts[],
  { facts, rulebook }: Story,
): readonly PhaseReason[] {
  const { mesocycles } = rulebook.races[facts.plan.distance];
  const weeksBeforeTaper = facts.weeks.filter(({ source }) => source.phase !== "taper").length;
  const all = mesocycles.reduce((total, { weight }) => total + weight, 0);
  const weight = mesocycles.find((shape) => shape.phase === phase)?.weight ?? 0;
  const length: PhaseReason = {
    kind: "phase_length",
    rule: "mesocycles",
    phase,
    weeks: weeks.length,
    weeksBeforeTaper,
    share: shareOf(weeks.length, weeksBeforeTaper),
    usualShare: all === 0 ? 0 : shareOf(weight, all),
  };
  return [...(phase === "base" ? baseFirst(weeks, facts) : []), length];
}

function baseFirst(
  weeks: readonly WeekFacts[],
  { knownWeeklyMetres, plan, rules }: PlanFacts,
): readonly PhaseReason[] {
  const entryMetres = rules.laws.E1.entryMetres[plan.distance];
  if (knownWeeklyMetres === null || knownWeeklyMetres >= entryMetres) return [];
  return [
    { kind: "base_first", law: "E1", weeks: weeks.length, weeklyMetres: knownWeeklyMetres, entryMetres },
  ];
}

function taperReasons(weeks: readonly WeekFacts[], story: Story): readonly PhaseReason[] {
  const { facts, rulebook } = story;
  const { distance } = facts.plan;
  const { peakShare, weeks: range } = facts.rules.laws.T1;
  const { min, max } = range[distance];
  const { weeksAim } = rulebook.races[distance].taper;
  const taperWeeks = taperWeeksOf(facts.raceWeeks, peakShare);
  const weekMetres = weeks.map(({ metres }) => metres);
  return [
    // A break before the race is no taper.
    ...(taperWeeks > max || lostAfter(story.peakWeek, facts)
      ? []
      : [
          {
            kind: "taper_length",
            law: "T1",
            weeks: taperWeeks,
            weeksMin: min,
            weeksMax: max,
            weeksAim,
          } as const,
        ]),
    ...(weekMetres.some((metres) => metres > 0)
      ? [{ kind: "taper_falls", law: "T2", peakMetres: facts.peakWeekMetres, weekMetres } as const]
      : []),
  ];
}

/** The one law that gives the phase its shape. */
function serving(span: PhaseSpan, weeks: readonly WeekFacts[], story: Story): readonly PhaseReason[] {
  const { phase } = span;
  const peak = story.peakWeek !== null && weeks.includes(story.peakWeek) ? peakWeekReason(story) : null;
  return [
    ...(phase === "base" ? [easyBase(weeks)] : []),
    ...(phase === "build" || phase === "peak" ? blockGrows(weeks, story) : []),
    ...(peak === null || phase === "taper" ? [] : [peak]),
  ];
}

const easyBase = (weeks: readonly WeekFacts[]): PhaseReason => ({
  kind: "easy_base",
  law: "I5",
  easyShare: easyShareOf(weeks.flatMap(({ runs }) => runs)),
});

function blockGrows(weeks: readonly WeekFacts[], { works, blocks }: Story): readonly PhaseReason[] {
  const seconds = weeks
    .flatMap(({ days }) => days.flatMap((day) => day.runs))
    .filter((run) => blocks.has(run) && run.kind !== "long")
    .flatMap((run) => works.get(run) ?? [])
    .filter(({ effort }) => effort === "threshold")
    .map((work) => work.seconds);
  const [firstSeconds] = seconds;
  const mostSeconds = Math.max(0, ...seconds);
  if (firstSeconds === undefined || mostSeconds <= firstSeconds) return [];
  return [{ kind: "block_grows", law: "I6", sessions: seconds.length, firstSeconds, mostSeconds }];
}

/** The biggest week of the plan as a reason of its week and of its phase. */
export function peakWeekReason({ facts, peakWeek }: Story): PhaseReason | null {
  const weeksToRace = peakWeek === null ? null : weeksToRaceOf(peakWeek);
  if (peakWeek === null || weeksToRace === null || facts.peakWeekMetres === 0) return null;
  if (lostAfter(peakWeek, facts)) return null;
  return { kind: "peak_week", law: "V8", week: peakWeek.number, metres: peakWeek.metres, weeksToRace };
}

/** Whether a week without any running lies between a week and the race: what it built is lost again. */
const lostAfter = (week: WeekFacts | null, { weeks }: PlanFacts): boolean =>
  week !== null &&
  weeks.some((other) => other.number > week.number && isWithoutRunning(other) && other.raceMetres === 0);

/** What the athlete brought, told once. */
function athleteReasons({ facts: { plan, rules } }: Story): readonly AthleteReason[] {
  const { age, unavailable, dayLimits, weekStart } = plan.request;
  const { mastersFromAge, mastersStreakAim, mastersStreakMax, streakMax } = rules.laws.V5;
  const limits: readonly DayLimit[] = weekdaysFrom(weekStart).flatMap((weekday) => {
    const seconds = dayLimits[weekday];
    return seconds === undefined ? [] : [{ weekday, seconds }];
  });
  const masters = age !== null && needsMastersRecovery(plan.request, rules.laws.V5);
  return [
    ...(plan.paces === null ? [{ kind: "no_result", law: "I10" } as const] : []),
    ...(masters
      ? [
          {
            kind: "masters",
            law: "V5",
            age,
            fromAge: mastersFromAge,
            streakAim: mastersStreakAim,
            streakMax: Math.min(mastersStreakMax, streakMax[plan.tier]),
          } as const,
        ]
      : []),
    ...(unavailable.length + limits.length === 0
      ? []
      : [{ kind: "days_kept", law: "S5", unavailable, limits } as const]),
  ];
}

/** Wishes that gave way for the plan as a whole; those of a week or a day stand with it. */
const OF_THE_PLAN: readonly Adjusted["wish"][] = ["days_per_week", "horizon", "quality", "finish"];

const adjustedReasons = ({ facts }: Story): readonly Adjusted[] =>
  facts.plan.adjustments
    .filter(({ wish }) => OF_THE_PLAN.includes(wish))
    .map((adjustment) => ({ kind: "adjusted", ...adjustment }));
