import {
  addDays,
  type CalendarDate,
  type ChangedWish,
  chosenWay,
  isSuspended,
  type Plan,
  type PlanChange,
  type PlanDay,
  type PlanWeek,
  sameValue,
} from "@strideiq/engine";

/**
 * A version from a day on, behind it the plan as it stood until then: its days, and what its changes say of them.
 * @param isUndo what was told on this very day was a slip, and is withdrawn
 */
export function onward(version: Plan, standing: Plan, from: CalendarDate, isUndo: boolean): Plan {
  const { changes: was = [], ...rest } = version;
  const changes = changesOnward(was, standing.changes ?? [], from, isUndo);
  const weeks = weeksOnward(version.weeks, standing.weeks, from);
  return { ...rest, weeks, ...(changes.length === 0 ? {} : { changes }) };
}

/** Whether two plans go on alike from a day on. */
export const goOnAlike = (one: Plan, other: Plan, from: CalendarDate): boolean =>
  one.raceDate === other.raceDate && sameValue(daysFrom(one, from), daysFrom(other, from));

const daysFrom = ({ weeks }: Plan, from: CalendarDate): readonly PlanDay[] =>
  weeks.flatMap(({ days }) => days).filter(({ date }) => date >= from);

function weeksOnward(
  version: readonly PlanWeek[],
  standing: readonly PlanWeek[],
  from: CalendarDate,
): readonly PlanWeek[] {
  const behind = new Map(
    standing.flatMap(({ days }) => days.filter(({ date }) => date < from)).map((day) => [day.date, day]),
  );
  const gone = new Set([...behind.values()].flatMap(({ sessions }) => sessions.map(({ id }) => id)));
  const isPast = ({ days }: PlanWeek): boolean => days.every(({ date }) => date < from);
  const ahead = version
    .filter((week) => !isPast(week))
    .map((week) => ({
      ...week,
      days: week.days.map((day) =>
        day.date < from
          ? (behind.get(day.date) ?? day)
          : { ...day, sessions: day.sessions.filter(({ id }) => !gone.has(id)) },
      ),
    }));
  return [...standing.filter(isPast), ...ahead].map((week, index) => {
    const before = version.find(({ days }) => days[0]?.date === week.days[0]?.date);
    const isSame = before === undefined || sameValue(before.days, week.days);
    return { ...week, week: index + 1, targetMetres: isSame ? week.targetMetres : metresOf(week) };
  });
}

const metresOf = ({ days }: PlanWeek): number =>
  days.flatMap(({ sessions }) => sessions).reduce((sum, session) => sum + chosenWay(session).metres, 0);

/** In the order in which they were made; ids go on being given anew. */
function changesOnward(
  was: readonly PlanChange[],
  now: readonly PlanChange[],
  from: CalendarDate,
  isUndo: boolean,
): readonly PlanChange[] {
  const parting = was.findIndex((change, index) => !sameValue(change, now[index]));
  const shared = parting < 0 ? was.length : parting;
  const back = was.slice(shared).flatMap((change) => aheadOf(change, from));
  const since = now
    .slice(shared)
    .filter((change) => !(isUndo && change.from === from))
    .flatMap((change) => behindOf(change, from, isSuspended(was)));
  let given = 0;
  return [...was.slice(0, shared), ...[...back, ...since].toSorted(byDay)].map((change) => {
    given = Math.max(given, change.idsGiven);
    return { ...change, idsGiven: given };
  });
}

const byDay = (one: PlanChange, other: PlanChange): number => one.from.localeCompare(other.from);

/** Of a change that was taken back, and holds again: the days that it closed meanwhile were open. */
function aheadOf(change: PlanChange, from: CalendarDate): readonly PlanChange[] {
  const { wish } = change;
  if (wish.kind === "block_days") {
    const days = wish.days.filter((day) => day >= from);
    return asWished(change, days.length === 0 ? null : { ...wish, days });
  }
  if (wish.kind !== "pause") return [change];
  const first = wish.first < from ? from : wish.first;
  return asWished(change, wish.last < from ? null : { ...wish, first });
}

/** Of a change that holds no more: what it did to days that are past, and what was told with it. */
function behindOf(change: PlanChange, from: CalendarDate, restsAgain: boolean): readonly PlanChange[] {
  const { wish } = change;
  switch (wish.kind) {
    case "block_days": {
      const days = wish.days.filter((day) => day < from);
      return asWished(change, days.length === 0 ? null : { ...wish, days });
    }
    case "pause": {
      const { first, last } = wish;
      const until = last < from ? last : addDays(from, -1);
      return asWished(change, first < from ? { kind: "pause", first, last: until } : null);
    }
    case "resume":
      return asWished(change, restsAgain ? null : wish);
    case "move":
      return asWished(change, wish.to < from && (change.movedFrom ?? from) < from ? wish : null);
    case "swap":
      return asWished(change, wish.days.every((day) => day < from) ? wish : null);
    default:
      return asWished(change, null);
  }
}

/** A change without its wish is what was told with it, or nothing. */
function asWished(change: PlanChange, wish: ChangedWish | null): readonly PlanChange[] {
  if (wish !== null) return [{ ...change, wish }];
  return change.done === null ? [] : [{ ...change, wish: { kind: "adapt" }, movedFrom: null }];
}
