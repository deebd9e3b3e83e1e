import type { Phase, Plan, PlanWeek, Session } from "@strideiq/engine";

const sessionsOf = (week: PlanWeek): readonly Session[] => week.days.flatMap((day) => day.sessions);

const metresOf = (week: PlanWeek | undefined): number =>
  week === undefined ? 0 : sessionsOf(week).reduce((sum, { metres }) => sum + metres, 0);

export const buildWeeksOf = (plan: Plan): readonly PlanWeek[] =>
  plan.weeks.filter(({ kind }) => kind === "build");

/** The largest build week, in metres. */
export const peakWeekOf = (plan: Plan): number => Math.max(...buildWeeksOf(plan).map(metresOf));

export const firstWeekOf = (plan: Plan): number => metresOf(plan.weeks[0]);

const longMetres = (week: PlanWeek): readonly number[] =>
  sessionsOf(week).flatMap(({ kind, metres }) => (kind === "long" ? [metres] : []));

/** The longest long run, in metres. */
export const peakLongRunOf = (plan: Plan): number => Math.max(...plan.weeks.flatMap(longMetres));

export const runDaysOf = (week: PlanWeek): number =>
  week.days.filter(({ sessions }) => sessions.length > 0).length;

/** The days of all long runs but those of the taper, which may give way to the race. */
export const longRunDatesOf = (plan: Plan): readonly Plan["raceDate"][] =>
  plan.weeks
    .filter(({ phase }) => phase !== "taper")
    .flatMap((week) => week.days)
    .filter(({ sessions }) => sessions.some(({ kind }) => kind === "long"))
    .map(({ date }) => date);

export const weeksOfPhase = (plan: Plan, phase: Phase): number =>
  plan.weeks.filter((week) => week.phase === phase).length;

/** Phase and kind of each week: `base/build`. */
export const shapeOf = (plan: Plan): readonly string[] =>
  plan.weeks.map(({ phase, kind }) => `${phase}/${kind}`);
