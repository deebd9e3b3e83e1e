import { addDays, type CalendarDate, daysBetween } from "@strideiq/engine";
import type { MatchingRules } from "../rules/activity-rules.ts";
import { assignDay, type Assignment, type Pairing, unitsOf } from "./assign-day.ts";
import { costOf, isCompatible, type Unit, unitOf } from "./cost.ts";
import { type Board, bySession, createBoard, grouped } from "./board.ts";
import type { Links, Matching, Question } from "./matching.ts";
import { type IsAllowed, otherDayFor, whichDay } from "./other-day.ts";
import type { PlannedSession } from "./planned-session.ts";
import type { RunSummary } from "./run-summary.ts";

/**
 * Which session each activity was, one for one: by the athlete's own links first, then by the marker that an
 * executed workout carries, then by likeness within each day. What is not sure is asked; the day before and the
 * day after are always asked. Every order of sessions and runs gives the same matching.
 */
export function matchSessions(
  sessions: readonly PlannedSession[],
  runs: readonly RunSummary[],
  links: Links,
  rules: MatchingRules,
): Matching {
  const board = createBoard(sessions, runs);
  linkByHand(board, links, rules);
  linkByMarker(board, rules);
  const isAllowed = createAllowed(links);
  const questions: Question[] = [];
  for (const day of board.days()) questions.push(...matchDay(board, day, questions, rules, isAllowed));
  questions.push(...askNearDays(board, questions, rules, isAllowed));
  return {
    matches: board.matches(),
    questions: bySession(questions),
    extra: board.freeRuns().map(({ id }) => id),
  };
}

/** A link to a session that is gone waits; one whose runs were deleted is as if it had never been. */
function linkByHand(board: Board, { linked }: Links, rules: MatchingRules): void {
  for (const { runIds, sessionId } of bySession(linked)) {
    const session = board.session(sessionId);
    const runs = [...new Set(runIds)].toSorted().flatMap((id) => board.run(id) ?? []);
    if (session !== undefined && runs.length > 0)
      board.take({
        sessionId,
        runIds: runs.map(({ id }) => id),
        by: "hand",
        cost: costOf(session, unitOf(runs), rules),
      });
  }
}

/**
 * Several files of one day may follow one workout; they are one session. Who does a workout again on another day
 * has done its session once, on the day nearest to its own.
 */
function linkByMarker(board: Board, rules: MatchingRules): void {
  const marked = grouped(board.freeRuns(), ({ marker }) => marker);
  for (const [marker, runs] of [...marked].toSorted(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1))) {
    const session = marker === null ? undefined : board.session(marker);
    if (session === undefined) continue;
    const fitting = runs.filter(({ sport }) => isCompatible(session, sport));
    const away = ({ day }: RunSummary): number => Math.abs(daysBetween(day, session.day));
    const [nearest] = fitting.toSorted((a, b) => away(a) - away(b) || a.startAt - b.startAt);
    const files = fitting.filter(({ day }) => day === nearest?.day);
    if (files.length > 0)
      board.take({
        sessionId: session.id,
        runIds: files.map(({ id }) => id),
        by: "marker",
        cost: costOf(session, unitOf(files), rules),
      });
  }
}

function createAllowed({ unlinked }: Links): IsAllowed {
  const apart = new Set(unlinked.map(({ runId, sessionId }) => `${sessionId} ${runId}`));
  return (session, { ids }) => apart.size === 0 || !ids.some((id) => apart.has(`${session.id} ${id}`));
}

function matchDay(
  board: Board,
  day: CalendarDate,
  asked: readonly Question[],
  rules: MatchingRules,
  isAllowed: IsAllowed,
): readonly Question[] {
  const wanted = new Set(asked.map(({ sessionId }) => sessionId));
  const sessions = board.freeSessionsOn(day).filter(({ id }) => !wanted.has(id));
  const runs = board.freeRunsOn(day);
  if (sessions.length === 0 || runs.length === 0) return [];
  const units = unitsOf(runs, rules);
  const best = assignDay(sessions, units, rules, isAllowed);
  const questions: Question[] = [];
  for (const pairing of best.pairings) {
    const question = doubtAbout(pairing, best, { sessions, runs, units, rules, isAllowed });
    const other = question === null ? otherDayFor(board, pairing, wanted, rules, isAllowed) : null;
    if (question !== null) questions.push(question);
    else if (other !== null) {
      wanted.add(other.id);
      questions.push(...whichDay(pairing, other));
    } else {
      const { cost, session, unit } = pairing;
      board.take({ sessionId: session.id, runIds: unit.ids, by: "likeness", cost });
    }
  }
  return questions;
}

interface Day {
  readonly sessions: readonly PlannedSession[];
  readonly runs: readonly RunSummary[];
  readonly units: readonly Unit[];
  readonly rules: MatchingRules;
  readonly isAllowed: IsAllowed;
}

/**
 * Whether a pairing has to be asked: because the next best way is nearly as good, or because it is not like its
 * session and there is another it might be. Two ways that only swap sessions between the same activities are no
 * doubt when each fits both.
 */
function doubtAbout(pairing: Pairing, best: Assignment, day: Day): Question | null {
  const { cost, session, unit } = pairing;
  const { isAllowed, rules, runs, sessions, units } = day;
  const isAlone = sessions.length === 1 && runs.length === unit.ids.length;
  if (isAlone) return null;
  const others = assignDay(
    sessions,
    units,
    rules,
    (one, other) => isAllowed(one, other) && !(one.id === session.id && other.ids.join() === unit.ids.join()),
  );
  const rival = others.pairings.find((one) => one.session.id === session.id);
  const candidates = [unit.ids, ...(rival === undefined ? [] : [rival.unit.ids])];
  if (cost > rules.sureBelow && rival !== undefined)
    return { sessionId: session.id, why: "unlike", candidates };
  const isClose = others.cost - best.cost < rules.marginMin;
  return isClose && !isSwap(best, others, rules) && rival !== undefined
    ? { sessionId: session.id, why: "alike", candidates }
    : null;
}

function isSwap(a: Assignment, b: Assignment, { sureBelow }: MatchingRules): boolean {
  const used = ({ pairings }: Assignment): string =>
    pairings
      .flatMap(({ unit }) => unit.ids)
      .toSorted()
      .join();
  return used(a) === used(b) && [...a.pairings, ...b.pairings].every(({ cost }) => cost <= sureBelow);
}

/** A session that nothing on its own day fits may have been run the day before or after. Only the athlete knows. */
function askNearDays(
  board: Board,
  asked: readonly Question[],
  rules: MatchingRules,
  isAllowed: IsAllowed,
): readonly Question[] {
  const open = new Set(asked.map(({ sessionId }) => sessionId));
  const wanted = new Set(asked.flatMap(({ candidates }) => candidates.flat()));
  const pairings = board
    .days()
    .flatMap((day) => board.freeSessionsOn(day))
    .filter(({ id }) => !open.has(id))
    .flatMap((session) => nearPairings(board, session, rules, isAllowed))
    .toSorted((a, b) => a.cost - b.cost || (pairKey(a) < pairKey(b) ? -1 : 1));
  const questions: Question[] = [];
  for (const { session, unit } of pairings) {
    if (open.has(session.id) || unit.ids.some((id) => wanted.has(id))) continue;
    questions.push({ sessionId: session.id, why: "other_day", candidates: [unit.ids] });
    open.add(session.id);
    for (const id of unit.ids) wanted.add(id);
  }
  return questions;
}

const pairKey = ({ session, unit }: Pairing): string => `${session.id} ${unit.ids.join()}`;

function nearPairings(
  board: Board,
  session: PlannedSession,
  rules: MatchingRules,
  isAllowed: IsAllowed,
): readonly Pairing[] {
  const days = Array.from({ length: 2 * rules.nearDays + 1 }, (_, index) =>
    addDays(session.day, index - rules.nearDays),
  );
  return days
    .filter((day) => daysBetween(day, session.day) !== 0)
    .flatMap((day) => board.freeRunsOn(day))
    .map((run): Pairing => {
      const unit = unitOf([run]);
      return { session, unit, cost: costOf(session, unit, rules) };
    })
    .filter(
      ({ cost, unit }) =>
        cost <= rules.sureBelow && isCompatible(session, unit.sport) && isAllowed(session, unit),
    );
}
