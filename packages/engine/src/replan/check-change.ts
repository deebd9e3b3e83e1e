import { REQUEST_LIMITS } from "../athlete/request-limits.ts";
import { isSuspended } from "../plan/change-facts.ts";
import type { Plan } from "../plan/plan.ts";
import type { Done, MoveWish, PauseWish } from "../plan/plan-change.ts";
import { type CalendarDate, daysBetween, nextWeekday, parseCalendarDate } from "../units/calendar-date.ts";
import { WEEKDAYS } from "../units/weekday.ts";
import type { ChangeProblem, ChangeRequest } from "./change-request.ts";
import { shapeProblem } from "./shape.ts";
import { daysOf, isRace, sessionsOf, sessionsOn } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

type Problem = ChangeProblem | null;

const problem = (
  field: ChangeProblem["field"],
  what: ChangeProblem["problem"],
  value: ChangeProblem["value"],
): ChangeProblem => ({ type: "ChangeProblem", field, problem: what, value });

/** The first thing about a change that makes no sense, before any law is asked; null where it does. */
export function problemOf(request: ChangeRequest): Problem {
  return shapeProblem(request) ?? fromProblem(request) ?? doneProblem(request) ?? wishProblem(request);
}

function fromProblem({ plan, from }: ChangeRequest): Problem {
  if (!parseCalendarDate(from).ok) return problem("from", "not_in_the_plan", from);
  if (from > plan.raceDate) return problem("from", "after_the_race", from);
  if (from < plan.request.today) return problem("from", "before_the_plan", plan.request.today);
  const last = plan.changes?.at(-1)?.from;
  return last !== undefined && from < last ? problem("from", "out_of_order", from) : null;
}

function doneProblem({ plan, from, done }: ChangeRequest): Problem {
  if (done === null) return null;
  const dates = new Map(sessionsOf(plan.weeks).map(({ session, date }) => [session.id, date]));
  for (const report of done.sessions) {
    const date = dates.get(report.session);
    if (date === undefined) return problem("done", "not_in_the_plan", report.session);
    if (date >= from) return problem("done", "not_yet", report.session);
    if (report.status === "done" && !isRunnable(report))
      return problem("done", "out_of_range", report.metres);
  }
  return extraProblem(done, plan, from);
}

function extraProblem({ extra, health, evidence }: Done, plan: Plan, from: CalendarDate): Problem {
  const first = daysOf(plan.weeks)[0]?.date ?? from;
  for (const run of extra) {
    if (run.date >= from) return problem("done", "not_yet", run.date);
    if (run.date < first) return problem("done", "not_in_the_plan", run.date);
    if (!isRunnable(run)) return problem("done", "out_of_range", run.metres);
  }
  const told = [...(health === null ? [] : [health]), ...evidence].find(({ date }) => date > from);
  return told === undefined ? null : problem("done", "not_yet", told.date);
}

/** As far and as long as a person runs in a day; a step of nothing is no run. */
const isRunnable = ({ metres, seconds }: { readonly metres: number; readonly seconds: number }): boolean =>
  metres >= 0 &&
  metres <= REQUEST_LIMITS.weeklyMetres.max &&
  seconds >= 0 &&
  seconds <= REQUEST_LIMITS.daySeconds.max * 2;

function wishProblem(request: ChangeRequest): Problem {
  const { plan, wish } = request;
  switch (wish.kind) {
    case "move":
      return moveProblem(wish, request);
    case "swap":
      return swapProblem(wish.days, request);
    case "block_days":
      return wish.days.length === 0
        ? problem("date", "no_change", null)
        : (wish.days.map((day) => dayProblem(day, request)).find((one) => one !== null) ?? null);
    case "pause":
      return pauseProblem(wish, request);
    case "repeat_week":
      return repeatProblem(wish.week, request);
    case "long_run_day":
      return longRunDayProblem(wish.weekday, plan);
    case "race_date":
      return raceDateProblem(wish.date, request);
    case "adapt":
      return null;
    case "resume":
      return isSuspended(plan.changes ?? []) ? null : problem("from", "nothing_to_resume", null);
  }
}

/** A day that may be changed: in the plan, not past, before the race. */
function dayProblem(date: CalendarDate, { plan, from }: ChangeRequest): Problem {
  if (!daysOf(plan.weeks).some((day) => day.date === date)) return problem("date", "not_in_the_plan", date);
  if (date < from) return problem("date", "past", date);
  if (date === plan.raceDate) return problem("date", "the_race", date);
  return date > plan.raceDate ? problem("date", "after_the_race", date) : null;
}

function moveProblem({ session, to }: MoveWish, request: ChangeRequest): Problem {
  const placed = sessionsOf(request.plan.weeks).find((one) => one.session.id === session);
  if (placed === undefined) return problem("session", "not_in_the_plan", session);
  if (placed.date < request.from) return problem("session", "past", session);
  if (isRace(placed.session)) return problem("session", "the_race", session);
  return placed.date === to ? problem("date", "no_change", to) : dayProblem(to, request);
}

function swapProblem([one, other]: readonly [CalendarDate, CalendarDate], request: ChangeRequest): Problem {
  if (one === other) return problem("date", "no_change", one);
  const wrong = dayProblem(one, request) ?? dayProblem(other, request);
  if (wrong !== null) return wrong;
  const { weeks } = request.plan;
  const isEmpty = sessionsOn(weeks, one).length === 0 && sessionsOn(weeks, other).length === 0;
  return isEmpty ? problem("date", "nothing_there", one) : null;
}

function pauseProblem({ first, last, raceDate }: PauseWish, request: ChangeRequest): Problem {
  if (last < first) return problem("date", "out_of_order", last);
  if (first < request.from) return problem("date", "past", first);
  const race = raceDate ?? request.plan.raceDate;
  if (last >= race) return problem("date", "after_the_race", last);
  if (raceDate === undefined) return dayProblem(first, request) ?? dayProblem(last, request);
  return dayProblem(first, request) ?? raceDateProblem(raceDate, request);
}

function repeatProblem(number: number, { plan, from }: ChangeRequest): Problem {
  const week = plan.weeks.find((one) => one.week === number);
  if (week === undefined) return problem("week", "not_in_the_plan", number);
  if (itemAt(week.days, 0).date > from) return problem("week", "not_yet", number);
  if (week.days.some((day) => day.date === plan.raceDate)) return problem("week", "the_race", number);
  const isLate = nextWeekday(from, plan.request.weekStart) > plan.raceDate;
  return isLate ? problem("week", "after_the_race", number) : null;
}

function longRunDayProblem(weekday: string, plan: Plan): Problem {
  const known = WEEKDAYS.find((day) => day === weekday);
  if (known === undefined) return problem("weekday", "out_of_range", weekday);
  return plan.request.longRunDay === known ? problem("weekday", "no_change", weekday) : null;
}

function raceDateProblem(date: CalendarDate, { plan, from }: ChangeRequest): Problem {
  if (!parseCalendarDate(date).ok) return problem("date", "out_of_range", date);
  if (date <= from) return problem("date", "past", date);
  if (daysBetween(from, date) > REQUEST_LIMITS.raceDaysMax) return problem("date", "out_of_range", date);
  return date === plan.raceDate ? problem("date", "no_change", date) : null;
}
