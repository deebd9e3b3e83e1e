import { returnRowOf } from "../checks/return-row.ts";
import type { ReturnRow } from "../rulebook/change-limits.ts";
import { breaksIn, isSuspended } from "../plan/change-facts.ts";
import type { PlanRequest } from "../athlete/request.ts";
import type { PlanWeek } from "../plan/plan.ts";
import type { PauseWish } from "../plan/plan-change.ts";
import { addDays, type CalendarDate, daysBetween, epochDay, nextWeekday } from "../units/calendar-date.ts";
import { easedFrom } from "./closed-days.ts";
import { type ChangeContext, type Draft, isPast } from "./context.ts";
import type { Gap } from "./gap.ts";
import { labelledWeeks } from "./labels.ts";
import { isAlone, withoutLongRun } from "./lone-long-run.ts";
import { inTurns, phaseAfter, weeksBefore } from "./race-date.ts";
import { rebuiltDrafts } from "./rebuild.ts";
import { gentleSession, isGentle, pacingOf, shortened } from "./reshape.ts";
import { respacedWeeks } from "./respace.ts";
import { type Return, returnWeeks } from "./return-weeks.ts";
import { withFirstTest } from "./first-test.ts";
import { sessionsOf, withSessions } from "./weeks.ts";

/** What falls into the pause is given up, and the way back is as gentle as the break was long. */
export function* pauseDrafts(wish: PauseWish, context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const request = { ...plan.request, raceDate: wish.raceDate ?? plan.raceDate };
  yield* gapDrafts(gapFor(wish, context), request, context);
}

/** Closed days and the rest around them; what was missed right before them is one break with them. */
export function gapFor(
  { first, last }: Pick<PauseWish, "first" | "last">,
  { plan, change, rulebook }: ChangeContext,
): Gap {
  const weeks = withSessions(plan.weeks, (session, date) => (date >= first && date <= last ? null : session));
  const changes = [...(plan.changes ?? []), change];
  const lost = breaksIn({ ...plan, weeks, changes }, rulebook.laws).find(
    (one) => one.last >= epochDay(first) && one.first <= epochDay(first),
  );
  const back = addDays(last, 1);
  if (lost === undefined) return { first, last, back, days: daysBetween(first, back) };
  return { first: addDays(first, lost.first - epochDay(first)), last, back, days: lost.days };
}

/** The ways back from a break: as written, with easy days first, or by weeks of return and a new course. */
export function* gapDrafts(gap: Gap, request: PlanRequest, context: ChangeContext): Iterable<Draft> {
  const { plan, rulebook } = context;
  const row = returnRowOf(gap.days, rulebook.laws.C2);
  const empty = withSessions(plan.weeks, (session, date) =>
    isIn(date, gap) && !isPast(date, context) ? null : session,
  );
  const isRaceMoved = request.raceDate !== plan.raceDate;
  if (row !== null && row.weekShare !== null) yield* newCourse(gap, row, empty, request, context);
  else if (isRaceMoved) yield* movedRace(gap, empty, request, context);
  if (!isRaceMoved) yield* asWritten(gap, row, empty, request, context);
}

const isIn = (date: CalendarDate, { first, last }: Gap): boolean => date >= first && date <= last;

/** The plan goes on as it was written, hard sessions of the first days back run easily or a little later. */
function* asWritten(
  gap: Gap,
  row: ReturnRow | null,
  weeks: readonly PlanWeek[],
  request: PlanRequest,
  context: ChangeContext,
): Iterable<Draft> {
  const number = weeks.find(({ days }) => days.some(({ date }) => date === gap.back))?.week ?? 0;
  // Law L5: what is left of the week of the first day back may be its long run alone.
  const left = isAlone(weeks, number) ? withoutLongRun(weeks, number, context) : weeks;
  const lighter = withLighterLongRun(gap, row, left, context);
  for (const some of lighter === left ? [left] : [lighter, left])
    for (const way of withGentleReturn(gap, row, some, context))
      for (const labelled of labelledWeeks(way, context)) yield { weeks: labelled, request };
}

/** Laws C2 and C5: after some days of pain or illness the long run of the week back is that of a lighter week. */
function withLighterLongRun(
  { back }: Gap,
  row: ReturnRow | null,
  weeks: readonly PlanWeek[],
  { plan, change, rulebook }: ChangeContext,
): readonly PlanWeek[] {
  if (row === null || !isSuspended([...(plan.changes ?? []), change])) return weeks;
  const end = addDays(back, 7);
  const pacing = pacingOf(plan, rulebook);
  const lighter = withSessions(weeks, (session, date) => {
    if (session.kind !== "long" || date < back || date >= end) return session;
    const gentle = isGentle(session) ? session : gentleSession(session, plan, rulebook);
    return shortened(gentle, rulebook.volume.cutbackLongRunShare, pacing);
  });
  return lighter.every((week, i) => week === weeks[i]) ? weeks : lighter;
}

/** Ways of the week of return that are tried. */
const WAYS_MAX = 12;

/**
 * Ways to a gentle return: hard sessions of the first days back eased where they stand, sessions rearranged around
 * these days, and without quality to the end if need be. What stands before the break stays.
 */
function* withGentleReturn(
  gap: Gap,
  row: ReturnRow | null,
  weeks: readonly PlanWeek[],
  context: ChangeContext,
): Iterable<readonly PlanWeek[]> {
  if (row === null) {
    yield weeks;
    yield* respacedAfter(gap, 0, weeks, context);
    return;
  }
  const first = epochDay(gap.back);
  const eased = (some: readonly PlanWeek[], days: number): readonly PlanWeek[] =>
    easedFrom(some, first, first + days - 1, context);
  if (!row.retest) {
    const asItStands = eased(weeks, row.easyDays);
    const beginsLong = sessionsOf(weeks).find(({ date }) => date >= gap.back)?.session.kind === "long";
    if (!beginsLong) yield asItStands;
    for (const way of respacedAfter(gap, row.easyDays, weeks, context)) yield eased(way, row.easyDays);
    if (beginsLong) yield asItStands;
    yield eased(weeks, 7);
  }
  yield eased(weeks, Infinity);
}

/** The week of the first day back with its sessions on other days, easy ones on the first few. */
function respacedAfter(
  { first, back }: Gap,
  easyDays: number,
  weeks: readonly PlanWeek[],
  context: ChangeContext,
): readonly (readonly PlanWeek[])[] {
  const index = weeks.findIndex((week) => week.days.some((day) => day.date === back));
  const before = sessionsOf(weeks).filter(({ date }) => date < first);
  const pinned = new Map(before.map(({ session, date }) => [session.id, date]));
  const gentle = new Set(Array.from({ length: easyDays }, (_, i) => epochDay(back) + i));
  return respacedWeeks({ weeks, index, pinned, gentle, mayGiveUp: true }, context).slice(0, WAYS_MAX);
}

/** Weeks of return in place of those planned, then the way to the race built anew. */
function* newCourse(
  gap: Gap,
  row: ReturnRow,
  weeks: readonly PlanWeek[],
  request: PlanRequest,
  context: ChangeContext,
): Iterable<Draft> {
  const courses = [...returnWeeks(gap, row, weeks, request, context)];
  yield* inTurns(courses.map((built) => courseAfter(built, gap, row, request, context)));
}

function* courseAfter(
  built: Return,
  gap: Gap,
  row: ReturnRow,
  request: PlanRequest,
  context: ChangeContext,
): Iterable<Draft> {
  const isNewBase = row.newBase;
  const task = {
    kept: built.weeks,
    request,
    phaseFrom: isNewBase ? ("base" as const) : phaseAfter(built.weeks),
    startMetres: built.nextMetres,
    isNewBase,
  };
  for (const draft of rebuiltDrafts(task, context)) {
    if (!row.retest) yield draft;
    else
      for (const tested of withFirstTest(draft.weeks, gap.back, context)) yield { ...draft, weeks: tested };
  }
}

/** A short break with the race on another day: the weeks after it are built anew for that. */
function* movedRace(
  gap: Gap,
  weeks: readonly PlanWeek[],
  request: PlanRequest,
  context: ChangeContext,
): Iterable<Draft> {
  const start = nextWeekday(gap.back, request.weekStart);
  const kept = weeksBefore(start, { ...context, plan: { ...context.plan, weeks } });
  const eased = easedFrom(kept, epochDay(gap.back), epochDay(start), context);
  for (const labelled of labelledWeeks(eased, context))
    yield* rebuiltDrafts(
      { kept: labelled, request, phaseFrom: phaseAfter(labelled), startMetres: null },
      context,
    );
}
