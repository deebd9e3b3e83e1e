import { isRunKind } from "./quality.ts";
import { epochDay } from "../units/calendar-date.ts";
import { chosenWay } from "./as-run.ts";
import type { LawRules, PlanUnderLaw } from "./measured-plan.ts";
import type { PlanDay, PlanWeek, Session } from "./plan.ts";
import type { PlanChange } from "./plan-change.ts";

/** A plan with what became of it. Days are counted since 1970-01-01. */
export interface WhatBecame {
  readonly plan: PlanUnderLaw;
  readonly changes: readonly PlanChange[];
  readonly asRun: readonly PlanWeek[];
  readonly closed: ReadonlySet<number>;
  readonly missed: ReadonlySet<number>;
}

/**
 * The first day on which training was lost; null where none was. Law C1 asks for nothing back from then on, and
 * for everything before: a day that was closed and cost neither a run nor a week its size excuses nothing.
 */
export function lostFromOf(became: WhatBecame, { laws }: LawRules): number | null {
  const { missed, changes } = became;
  const days = [
    ...missed,
    ...otherDays(became, laws.S6.weekShare),
    ...closedDaysThatCost(became, laws.C2.rows[0]?.daysMin ?? Infinity),
    ...changes.flatMap(({ done }) => done?.health ?? []).map(({ date }) => epochDay(date)),
  ];
  return earliest(days);
}

/**
 * The first day that came out shorter or longer than planned, by however little, or was run by its option B, as which no
 * block of a plan is reckoned; null where none was.
 */
export const differentFromOf = ({ plan, asRun }: Pick<WhatBecame, "plan" | "asRun">): number | null =>
  earliest(
    asRun.flatMap((week, index) =>
      week.days.flatMap((day, at) => {
        const planned = plan.weeks[index]?.days[at];
        if (planned === undefined || planned === day) return [];
        const isOther = dayMetres(planned) !== dayMetres(day) || planned.sessions.some(isRunAsB);
        return isOther ? [epochDay(day.date)] : [];
      }),
    ),
  );

/** The first day that was given to a week once more; null where none was. It takes the place of another week. */
export const repeatedFromOf = (changes: readonly PlanChange[]): number | null =>
  earliest(changes.flatMap(({ wish, from }) => (wish.kind === "repeat_week" ? epochDay(from) : [])));

const earliest = (days: readonly number[]): number | null => (days.length === 0 ? null : Math.min(...days));

/** Days run otherwise in weeks that came out other than planned, by more than law S6 lets a week be off. */
function otherDays({ plan, asRun }: WhatBecame, weekShare: number): readonly number[] {
  return asRun.flatMap((week, index) => {
    const planned = plan.weeks[index];
    if (planned === undefined || planned === week) return [];
    if (Math.abs(metresOf(week) - metresOf(planned)) <= metresOf(planned) * weekShare) return [];
    return planned.days.flatMap((day, at) => (day === week.days[at] ? [] : [epochDay(day.date)]));
  });
}

const metresOf = ({ days }: PlanWeek): number => {
  let metres = 0;
  for (const day of days) metres += dayMetres(day);
  return metres;
};

const isRunAsB = ({ chosen, optionB }: Session): boolean => chosen === "b" && optionB !== undefined;

const dayMetres = ({ sessions }: PlanDay): number =>
  sessions.reduce((metres, session) => metres + chosenWay(session).metres, 0);

/**
 * Closed days of a week that has fewer run days than others of its kind, or that has become a week of return;
 * and those of a break that law C2 takes a hard session for, however the runs found other days.
 */
function closedDaysThatCost({ plan, closed, missed }: WhatBecame, breakDays: number): readonly number[] {
  const closedIn = ({ days }: PlanWeek): readonly number[] =>
    days.map(({ date }) => epochDay(date)).filter((day) => closed.has(day));
  const costly = plan.weeks.filter((week) => {
    if (closedIn(week).length === 0) return false;
    return week.kind === "return" || runDaysOf(week) < usualRunDays(week, plan, closed);
  });
  const inBreaks = [...closed].filter((day) => {
    let first = day;
    while (closed.has(first - 1) || missed.has(first - 1)) first -= 1;
    let last = day;
    while (closed.has(last + 1) || missed.has(last + 1)) last += 1;
    return last - first + 1 >= breakDays;
  });
  return [...costly.flatMap(closedIn), ...inBreaks];
}

/** Run days of the fullest week of the same kind without a closed day; of the plan where there is none. */
function usualRunDays(
  { kind }: PlanWeek,
  { weeks, daysPerWeek }: PlanUnderLaw,
  closed: ReadonlySet<number>,
): number {
  const untouched = weeks.filter(
    (week) => week.kind === kind && !week.days.some(({ date }) => closed.has(epochDay(date))),
  );
  return untouched.length === 0 ? daysPerWeek : Math.max(...untouched.map(runDaysOf));
}

const runDaysOf = ({ days }: PlanWeek): number => days.filter(isRunDay).length;

const isRunDay = ({ sessions }: PlanDay): boolean => sessions.some(({ kind }) => isRunKind(kind));
