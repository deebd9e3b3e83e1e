import type { ChangedWish, MoveWish, SwapWish } from "../plan/plan-change.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import type { ChangeRequest } from "./change-request.ts";
import { sessionsOf } from "./weeks.ts";

/** Other wishes, the nearest to what was asked for first. Not all of them can be kept. */
export function alternativesTo(request: ChangeRequest): readonly ChangedWish[] {
  const { wish } = request;
  switch (wish.kind) {
    case "move":
      return besideMove(wish, request);
    case "swap":
      return besideSwap(wish, request);
    case "block_days":
      return besideBlock(wish.days);
    default:
      return [];
  }
}

/** Days off that an alternative may lie from the day that was wished for. */
const DAYS_AWAY_MAX = 6;

const OFFSETS = Array.from({ length: DAYS_AWAY_MAX }, (_, i) => [i + 1, -i - 1]).flat();

/** The same day in exchange for what stands there, or with the others making room; then days close by. */
function besideMove(wish: MoveWish, { plan }: ChangeRequest): readonly ChangedWish[] {
  const home = sessionsOf(plan.weeks).find(({ session }) => session.id === wish.session)?.date;
  if (home === undefined) return [];
  const { session, to } = wish;
  const near = OFFSETS.map((days) => addDays(to, days)).filter((date) => date !== home);
  return [
    { kind: "swap", days: [home, to] },
    { kind: "move", session, to, respace: true },
    ...near.flatMap((date): readonly ChangedWish[] => [
      { kind: "move", session, to: date },
      { kind: "swap", days: [home, date] },
    ]),
    ...near.map((date): ChangedWish => ({ kind: "move", session, to: date, respace: true })),
  ];
}

/** The two days with others making room; then each of them in exchange for a day close to the other. */
function besideSwap({ days: [one, other] }: SwapWish, request: ChangeRequest): readonly ChangedWish[] {
  const around = (fixed: CalendarDate, near: CalendarDate): readonly ChangedWish[] =>
    OFFSETS.map((days) => addDays(near, days))
      .filter((date) => date !== fixed)
      .map((date): ChangedWish => ({ kind: "swap", days: [fixed, date] }));
  const byDistance = (wishes: readonly ChangedWish[]): readonly ChangedWish[] => wishes;
  return [
    { kind: "swap", days: [one, other], respace: true },
    ...byDistance([...around(one, other), ...around(other, one)]),
    ...movesFrom(one, other, request),
    ...movesFrom(other, one, request),
  ];
}

const movesFrom = (from: CalendarDate, to: CalendarDate, { plan }: ChangeRequest): readonly ChangedWish[] =>
  sessionsOf(plan.weeks)
    .filter(({ date }) => date === from)
    .flatMap(({ session }) =>
      [0, ...OFFSETS].map((days): ChangedWish => ({
        kind: "move",
        session: session.id,
        to: addDays(to, days),
        respace: true,
      })),
    );

/** Fewer of the days, as few as need be given back; those at the ends first. */
function besideBlock(days: readonly CalendarDate[]): readonly ChangedWish[] {
  const sorted = days.toSorted();
  const wishes: ChangedWish[] = [];
  for (let count = sorted.length - 1; count >= 1; count -= 1)
    for (let first = 0; first + count <= sorted.length; first += 1)
      wishes.push({ kind: "block_days", days: sorted.slice(first, first + count) });
  const [first] = sorted;
  const last = sorted.at(-1);
  const isRange = first !== undefined && last !== undefined && daysBetween(first, last) + 1 === sorted.length;
  return isRange ? [{ kind: "pause", first, last }, ...wishes] : wishes;
}
