import { longestMetresOf, weeklyMetresOf } from "../athlete/volume-tier.ts";
import { easyPaceOf } from "../pace/training-paces.ts";
import { epochDay } from "../units/calendar-date.ts";
import { WEEKDAYS, type Weekday } from "../units/weekday.ts";
import { weeksAsRun } from "./as-run.ts";
import { changeFactsOf } from "./change-facts.ts";
import { dosesOf } from "./doses.ts";
import type {
  ChangeFacts,
  DayFacts,
  LawRules,
  OptionFacts,
  PlanFacts,
  PlanUnderLaw,
  RaceWeekFacts,
  RunFacts,
  WeekFacts,
} from "./measured-plan.ts";
import type { PlanDay, PlanWeek, Session, SessionOption } from "./plan.ts";
import { groundOf, piecesOf } from "./pieces.ts";
import { isQualityRun, isRunKind } from "./quality.ts";
import { raceWeeksOf } from "./race-weeks.ts";

/**
 * Measures a plan for its laws. The plan may come from anywhere: nothing is taken on trust.
 * @param before facts of the plan before its last change, for laws that compare the two
 * @param alike facts of a plan that shares weeks with this one, which need not be measured again
 */
export function factsOf(
  document: PlanUnderLaw,
  rules: LawRules,
  before: PlanFacts | null = null,
  alike: PlanFacts | null = before,
): PlanFacts {
  const plan = { ...document, weeks: weeksAsRun(document) };
  const change = changeFactsOf(document, plan.weeks, rules, before);
  const raceDay = epochDay(plan.raceDate);
  const known = new Map([...knownWeeks(plan, before), ...knownWeeks(plan, alike)]);
  const weeks = plan.weeks.map((week) => known.get(week) ?? weekFactsOf(week, plan, rules, raceDay));
  const days = weeks.flatMap((week) => week.days);
  const runs = days.flatMap((day) => day.runs);
  const longRuns = runs.filter((run) => run.kind === "long");
  const planned = daysAsPlanned(document, plan, weeks, rules, raceDay);
  const raceWeeks = presentRaceWeeks(planned, change, rules.laws.T1.weeks[plan.distance].max);
  return {
    plan,
    rules,
    days,
    dayAt: new Map(days.map((day) => [day.epochDay, day])),
    runs,
    weeks,
    raceWeeks,
    fullWeeks: raceWeeks.filter((week) => week.complete).length,
    longRuns,
    peakLongRun: longestOf(longRuns),
    peakWeekMetres: Math.max(0, ...weeks.map((week) => week.metres)),
    easyPace: easySecondsPerMetreOf(plan, runs),
    knownWeeklyMetres: weeklyMetresOf(plan.request),
    knownLongestMetres: longestMetresOf(plan.request),
    plannedDays: planned,
    opening: openingOf(openingDays(planned, change), plan),
    change,
  };
}

/**
 * The first seven days, or those after a break that the plan begins with: not to have begun yet says nothing of whom it
 * is for.
 */
function openingDays(planned: readonly DayFacts[], change: ChangeFacts | null): readonly DayFacts[] {
  const firstRun = planned.findIndex(({ runs }) => runs.length > 0);
  const lastClosed = planned
    .slice(0, Math.max(0, firstRun))
    .findLastIndex(({ epochDay }) => change?.closed.has(epochDay) === true);
  return planned.slice(lastClosed + 1, lastClosed + 8);
}

/** By the option that is further; the goal race left out, and of the sum the walks of builders. */
function openingOf(days: readonly DayFacts[], plan: PlanUnderLaw): PlanFacts["opening"] {
  const runs = days.flatMap((day) => day.runs.filter((run) => !run.isGoalRace));
  return {
    metres: sum(runs, (run) => run.metresMost - walkedBy(plan, run)),
    longestMetres: Math.max(0, ...runs.map((run) => run.metresMost)),
  };
}

/** The taper is a shape of the plan: it is told by what was planned, however the weeks before it were run. */
function daysAsPlanned(
  document: PlanUnderLaw,
  asRun: PlanUnderLaw,
  weeks: readonly WeekFacts[],
  rules: LawRules,
  raceDay: number,
): readonly DayFacts[] {
  return weeks.flatMap((week, i) => {
    const planned = document.weeks[i];
    return planned === undefined || planned === asRun.weeks[i]
      ? week.days
      : weekFactsOf(planned, document, rules, raceDay).days;
  });
}

/** Those of the present course, where enough of it is left to see a taper in. */
function presentRaceWeeks(
  days: readonly DayFacts[],
  change: ChangeFacts | null,
  taperWeeksMax: number,
): readonly RaceWeekFacts[] {
  const all = raceWeeksOf(days);
  const from = change?.courseFrom ?? null;
  if (from === null) return all;
  const present = raceWeeksOf(days.filter((day) => day.epochDay >= from));
  return present.filter((week) => week.complete).length > taperWeeksMax ? present : all;
}

/** Most weeks of a changed plan are those of the plan before; they need not be measured again. */
const knownWeeks = (
  plan: PlanUnderLaw,
  other: PlanFacts | null,
): readonly (readonly [PlanWeek, WeekFacts])[] =>
  other === null || other.plan.raceDate !== plan.raceDate
    ? []
    : other.weeks.map((week) => [week.source, week]);

function weekFactsOf(week: PlanWeek, plan: PlanUnderLaw, rules: LawRules, raceDay: number): WeekFacts {
  const days = week.days.map((day) => dayFactsOf(day, week.week, plan, rules, raceDay));
  const all = days.flatMap((day) => day.runs);
  const runs = all.filter((run) => !run.isGoalRace).sort((a, b) => b.metres - a.metres);
  return {
    number: week.week,
    source: week,
    days,
    runs,
    metres: sum(runs, (run) => run.metres),
    metresLeast: sum(runs, (run) => run.metresLeast),
    metresMost: sum(runs, (run) => run.metresMost),
    runMetresLeast: sum(runs, (run) => run.metresLeast - walkedBy(plan, run)),
    runMetresMost: sum(runs, (run) => run.metresMost - walkedBy(plan, run)),
    raceMetres: sum(all, (run) => (run.isGoalRace ? run.metres : 0)),
    runDays: sum(days, (day) => (day.runs.length > 0 ? 1 : 0)),
    qualityDays: sum(days, (day) => (day.quality ? 1 : 0)),
    longRun: runs.find((run) => run.kind === "long") ?? null,
    tuneUp: runs.find((run) => run.kind === "tune_up_race") ?? null,
    touchesRaceWeek: days.some((day) => day.daysToRace >= 0 && day.daysToRace < 7),
  };
}

/** Builders walk by plan, far more than the rests between a few strides. They have no second options. */
const walkedBy = ({ tier }: PlanUnderLaw, { doses }: RunFacts): number =>
  tier === "builder" ? doses.metres.walk : 0;

function dayFactsOf(
  day: PlanDay,
  week: number,
  plan: PlanUnderLaw,
  rules: LawRules,
  raceDay: number,
): DayFacts {
  const dayNumber = epochDay(day.date);
  const place = {
    date: day.date,
    weekday: weekdayOfEpochDay(dayNumber),
    epochDay: dayNumber,
    daysToRace: raceDay - dayNumber,
    week,
  };
  const runs: RunFacts[] = [];
  for (const session of day.sessions) {
    const options = optionsOf(session, plan, rules);
    const [chosen] = options;
    if (isRunKind(chosen.kind)) runs.push(runFactsOf(session, chosen, options, place, rules));
  }
  return { ...place, sessions: day.sessions, runs, quality: runs.some((run) => run.quality) };
}

type Place = Omit<DayFacts, "sessions" | "runs" | "quality">;

function runFactsOf(
  session: Session,
  chosen: OptionFacts,
  options: readonly OptionFacts[],
  place: Place,
  rules: LawRules,
): RunFacts {
  return {
    ...place,
    ...chosen,
    session,
    options,
    written: (session.chosen === "b" ? options[1] : undefined) ?? chosen,
    quality: session.quality || isQualityRun(chosen.kind, chosen.doses, rules.laws.H1),
    isGoalRace: chosen.kind === "race",
    metresLeast: Math.min(...options.map((option) => option.metres)),
    metresMost: Math.max(...options.map((option) => option.metres)),
  };
}

function optionsOf(
  session: Session,
  plan: PlanUnderLaw,
  rules: LawRules,
): readonly [OptionFacts, ...OptionFacts[]] {
  const measure = ({ kind, title, metres, seconds, steps }: SessionOption | Session): OptionFacts => {
    const booking = { distance: plan.distance, kind, words: rules.laws.H1 };
    return {
      kind,
      title,
      metres,
      seconds,
      doses: dosesOf(steps, booking),
      pieces: piecesOf(steps, booking),
      ground: groundOf(title, steps),
    };
  };
  if (session.optionB === undefined) return [measure(session)];
  const [a, b] = [measure(session), measure(session.optionB)];
  return session.chosen === "b" ? [b, a] : [a, b];
}

/** Without paces the plan's own easy running tells the pace that it was planned with. */
function easySecondsPerMetreOf(plan: PlanUnderLaw, runs: readonly RunFacts[]): number | null {
  if (plan.paces !== null) return easyPaceOf(plan.paces) / 1000;
  const metres = sum(runs, (run) => run.doses.metres.easy);
  return metres > 0 ? sum(runs, (run) => run.doses.seconds.easy) / metres : null;
}

/** The longest of some runs, the first of equals. */
function longestOf(runs: readonly RunFacts[]): RunFacts | null {
  let longest: RunFacts | null = null;
  for (const run of runs) if (longest === null || run.metres > longest.metres) longest = run;
  return longest;
}

/** 1970-01-01 was a Thursday. */
const weekdayOfEpochDay = (day: number): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? "mon";

export function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += amount(item);
  return total;
}
