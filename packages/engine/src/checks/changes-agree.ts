import { closedBy } from "../plan/change-facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import { type Done, type PlanChange, raceWishedIn } from "../plan/plan-change.ts";
import { epochDay } from "../units/calendar-date.ts";
import { type Finding, holdsOrBreaks } from "./judgement.ts";

/**
 * What a document says of its changes against the dates that it has itself: nothing is excused by a change that
 * cannot have been made. Only what disagrees is a finding.
 */
export function changeFindings({ plan, change, days }: PlanFacts): readonly Finding[] {
  if (change === null) return [];
  const dayOf = new Map(days.flatMap((day) => day.sessions.map(({ id }) => [id, day.epochDay] as const)));
  const raceDay = epochDay(plan.raceDate);
  const faults = change.changes.flatMap((one, index) => [
    ...orderFaults(one, change.changes[index - 1]),
    ...spanFaults(one, epochDay(plan.request.today), raceDay),
    ...wishFaults(one),
    ...(one.done === null ? [] : doneFaults(one.done, epochDay(one.from), dayOf)),
  ]);
  const moved = change.changes.flatMap(({ wish }) => raceWishedIn(wish) ?? []).at(-1);
  if (moved !== undefined && moved !== plan.raceDate) faults.push("a change put the race on another day");
  return faults.map((why) => holdsOrBreaks(false, why));
}

/** Changes stand in the order in which they were made, and ids are only ever given anew. */
const orderFaults = (one: PlanChange, before: PlanChange | undefined): readonly string[] =>
  before !== undefined && (one.from < before.from || one.idsGiven < before.idsGiven)
    ? ["the changes are out of order"]
    : [];

/** Nobody changes a plan before there is one, or after its race. */
function spanFaults({ from, wish }: PlanChange, today: number, raceDay: number): readonly string[] {
  const day = epochDay(from);
  const isRaceOver = raceWishedIn(wish) === null ? day > raceDay : day >= raceDay;
  return day < today || isRaceOver ? ["a change was made outside the plan"] : [];
}

/** What is asked for lies before nobody's feet: days that are past can be neither closed nor moved to. */
function wishFaults({ from, wish }: PlanChange): readonly string[] {
  const first = epochDay(from);
  const asked =
    wish.kind === "move" ? [epochDay(wish.to)] : wish.kind === "swap" ? wish.days.map(epochDay) : [];
  return [...asked, ...closedBy(wish)].some((day) => day < first)
    ? ["a change asks for days that were past"]
    : [];
}

function doneFaults(
  { sessions, extra, health }: Done,
  from: number,
  dayOf: ReadonlyMap<string, number>,
): readonly string[] {
  const isAhead =
    sessions.some(({ session }) => (dayOf.get(session) ?? -Infinity) >= from) ||
    extra.some(({ date }) => epochDay(date) >= from) ||
    (health !== null && epochDay(health.date) > from);
  return isAhead ? ["a change tells of days that were still to come"] : [];
}
