import {
  addDays,
  type CalendarDate,
  type ChangedWish,
  type Done,
  type Plan,
  type Session,
  type Weekday,
  WEEKDAYS,
} from "@strideiq/engine";
import fc from "fast-check";

interface Placed {
  readonly session: Session;
  readonly date: CalendarDate;
}

/** A change of a plan from a day on, with what was run before it. */
export interface AnyChange {
  readonly from: CalendarDate;
  readonly done: Done | null;
  readonly wish: ChangedWish;
}

/** Numbers between 0 and 1 that choose days, sessions and lengths of a plan that is known only later. */
const anyDice = fc.noBias(
  fc.array(
    fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1e6),
    { minLength: 12, maxLength: 12 },
  ),
);

const KINDS = [
  "move",
  "swap",
  "block_days",
  "pause",
  "repeat_week",
  "long_run_day",
  "race_date",
  "adapt",
] as const;

/** A random change of every kind in turn, to be settled on a plan. */
export const anyChange = fc.record({ kind: fc.constantFrom(...KINDS), dice: anyDice }).map(
  ({ kind, dice }) =>
    (plan: Plan): AnyChange =>
      changeOf(kind, dice, plan),
);

const pick = <T>(list: readonly T[], share: number): T | undefined => list[Math.floor(share * list.length)];

function changeOf(kind: (typeof KINDS)[number], dice: readonly number[], plan: Plan): AnyChange {
  const days = plan.weeks.flatMap((week) => week.days);
  const [at = 0, a = 0, b = 0, c = 0, told = 0] = dice;
  const open = days.filter(({ date }) => date < plan.raceDate);
  const from = pick(open, at)?.date ?? plan.raceDate;
  const coming = open.filter(({ date }) => date >= from);
  const done = kind === "adapt" || told < 0.3 ? doneOf(dice.slice(5), placedBefore(plan, from), from) : null;
  return {
    from,
    done,
    wish: wishOf(
      kind,
      [a, b, c],
      plan,
      coming.map(({ date }) => date),
    ),
  };
}

const placedBefore = (plan: Plan, from: CalendarDate): readonly Placed[] =>
  plan.weeks
    .flatMap((week) => week.days)
    .filter(({ date }) => date < from)
    .flatMap(({ date, sessions }) => sessions.map((session) => ({ session, date })));

/** The last sessions skipped, run short or run far; now and then a run that was not planned, or pain. */
function doneOf(dice: readonly number[], past: readonly Placed[], from: CalendarDate): Done {
  const [count = 0, how = 0, extra = 0, pain = 0, size = 0] = dice;
  const lately = past.slice(-Math.ceil(count * (how < 0.5 ? 12 : 3)));
  const share = 0.5 + size * 1.2;
  return {
    sessions: lately.map(({ session: { id, metres, seconds } }) =>
      how < 0.5
        ? { session: id, status: "skipped" }
        : { session: id, status: "done", metres: metres * share, seconds: seconds * share },
    ),
    extra:
      extra < 0.2 && past.length > 0
        ? [{ date: addDays(from, -1), metres: 4000 + 20_000 * size, seconds: 1500 + 8000 * size }]
        : [],
    health: pain < 0.15 ? { kind: "pain", date: from } : null,
    evidence: [],
  };
}

function wishOf(
  kind: (typeof KINDS)[number],
  [a, b, c]: readonly [number, number, number],
  plan: Plan,
  coming: readonly CalendarDate[],
): ChangedWish {
  const day = pick(coming, a) ?? plan.raceDate;
  const week = plan.weeks.find((one) => one.days.some(({ date }) => date === day));
  const other = pick(week?.days ?? [], b)?.date ?? day;
  const last = pick(coming.slice(coming.indexOf(day)), c * c) ?? day;
  switch (kind) {
    case "move":
      return {
        kind,
        session: week?.days.find(({ date }) => date === day)?.sessions[0]?.id ?? "none",
        to: other,
      };
    case "swap":
      return { kind, days: [day, other] };
    case "block_days":
      return { kind, days: coming.slice(coming.indexOf(day), coming.indexOf(day) + 1 + Math.floor(b * 5)) };
    case "pause":
      return { kind, first: day, last: last < addDays(day, 40) ? last : addDays(day, 40) };
    case "repeat_week":
      return { kind, week: 1 + Math.floor(a * plan.weeks.length) };
    case "long_run_day":
      return { kind, weekday: pick<Weekday>(WEEKDAYS, a) ?? "sun" };
    case "race_date":
      return { kind, date: addDays(plan.raceDate, Math.round((b - 0.4) * 70)) };
    case "adapt":
      return { kind };
  }
}
