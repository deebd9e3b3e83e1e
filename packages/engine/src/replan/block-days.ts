import { addDays, type CalendarDate, epochDay } from "../units/calendar-date.ts";
import type { PlanWeek } from "../plan/plan.ts";
import { closedBy } from "../plan/change-facts.ts";
import { returnRowOf } from "../checks/return-row.ts";
import type { ChangeContext, Draft } from "./context.ts";
import type { Gap } from "./gap.ts";
import { labelledWeeks } from "./labels.ts";
import { gapDrafts, gapFor } from "./pause.ts";
import { respacedWeeks } from "./respace.ts";

/** Ways of each week that are combined with those of the others. */
const WAYS_A_WEEK = 12;

/**
 * Sessions of closed days find room on the other days of their week, or are given up; every other week
 * stays as it is. So many closed days in a row that law C2 asks for a lighter week after them are a pause.
 */
export function* blockDrafts(days: readonly CalendarDate[], context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const pause = longestStretch(days, context);
  if (pause !== null) yield* gapDrafts(pause, plan.request, context);
  else yield* roomDrafts(days, context);
}

/** The longest break among closed days where law C2 asks for weeks of return after it; null where none is so long. */
function longestStretch(days: readonly CalendarDate[], context: ChangeContext): Gap | null {
  const isClosed = (day: CalendarDate): boolean => days.includes(day);
  const gaps = days
    .filter((day) => !isClosed(addDays(day, -1)))
    .map((first) => {
      let last = first;
      while (isClosed(addDays(last, 1))) last = addDays(last, 1);
      return gapFor({ first, last }, context);
    })
    .filter((gap) => (returnRowOf(gap.days, context.rulebook.laws.C2)?.weekShare ?? null) !== null);
  return gaps.toSorted((a, b) => b.days - a.days)[0] ?? null;
}

function* roomDrafts(days: readonly CalendarDate[], context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const touched = plan.weeks.flatMap((week, index) =>
    week.days.some((day) => days.includes(day.date)) || isGentleWeek(week, context) ? [index] : [],
  );
  for (const weeks of respacedAll(plan.weeks, touched, context))
    for (const labelled of labelledWeeks(weeks, context)) yield { weeks: labelled };
}

/** Every touched week in turn, its best ways combined with the best of the weeks before it. */
function* respacedAll(
  weeks: readonly PlanWeek[],
  touched: readonly number[],
  context: ChangeContext,
): Iterable<readonly PlanWeek[]> {
  const [index, ...rest] = touched;
  if (index === undefined) {
    yield weeks;
    return;
  }
  const gentle = gentleDays(context);
  const task = { weeks, index, pinned: new Map<string, never>(), gentle, mayGiveUp: true };
  const ways = respacedWeeks(task, context);
  for (const way of ways.slice(0, rest.length === 0 ? undefined : WAYS_A_WEEK))
    yield* respacedAll(way, rest, context);
}

/** Law C2: after several closed days in a row the first days back are easy. */
function gentleDays({ change, rulebook }: ChangeContext): ReadonlySet<number> {
  const closed = new Set(closedBy(change.wish));
  const gentle = new Set<number>();
  for (const day of closed) {
    if (closed.has(day + 1)) continue;
    let first = day;
    while (closed.has(first - 1)) first -= 1;
    const easyDays = returnRowOf(day - first + 1, rulebook.laws.C2)?.easyDays ?? 0;
    for (let after = 1; after <= easyDays; after += 1) gentle.add(day + after);
  }
  return gentle;
}

const isGentleWeek = (week: PlanWeek, context: ChangeContext): boolean => {
  const gentle = gentleDays(context);
  return week.days.some((day) => gentle.has(epochDay(day.date)));
};
