import { chosenWay } from "../plan/as-run.ts";
import { closedDaysOf } from "../plan/change-facts.ts";
import type { Plan, Session } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { type CalendarDate, epochDay } from "../units/calendar-date.ts";

/** What became of a session. A session that only moved is what it was, on another day. */
export const DIFF_KINDS = ["moved", "changed", "dropped", "added"] as const;

/** Why: it was asked for, its day is closed, others made room, or a law asked for it. */
export type DiffReason =
  | { readonly cause: "asked" }
  | { readonly cause: "closed_day" }
  | { readonly cause: "made_room" }
  | { readonly cause: "law"; readonly law: string }
  | { readonly cause: "rebuilt"; readonly wish: ChangedWish["kind"] };

/** One line of the ledger: a session before and after a change. Distances in metres, of the chosen option. */
export interface DiffEntry {
  readonly kind: (typeof DIFF_KINDS)[number];
  readonly session: string;
  readonly title: string;
  readonly fromDate: CalendarDate | null;
  readonly toDate: CalendarDate | null;
  readonly metresBefore: number | null;
  readonly metresAfter: number | null;
  readonly reason: DiffReason;
}

interface Placed {
  readonly session: Session;
  readonly date: CalendarDate;
}

/** Every session that is not what, where or as far as it was, in the order of days. */
export function diffOf(before: Plan, after: Plan, wish: ChangedWish): readonly DiffEntry[] {
  const [old, now] = [placedIn(before), placedIn(after)];
  const reasonOf = reasonsOf(before, after, wish);
  const kept = [...now].flatMap(([id, { session, date }]) => {
    const was = old.get(id);
    const isSame = was !== undefined && whatOf(was.session) === whatOf(session);
    if (isSame && was.date === date) return [];
    const kind = was === undefined ? "added" : isSame ? "moved" : "changed";
    return [entryOf(kind, id, was, { session, date }, reasonOf)];
  });
  const dropped = [...old]
    .filter(([id]) => !now.has(id))
    .map(([id, was]) => entryOf("dropped", id, was, undefined, reasonOf));
  return [...kept, ...dropped].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}

/** What is run, whatever the reasons for it. */
const whatOf = ({ why: _, ...session }: Session): string => JSON.stringify(session);

const dateOf = ({ fromDate, toDate }: DiffEntry): string => toDate ?? fromDate ?? "";

const placedIn = ({ weeks }: Plan): ReadonlyMap<string, Placed> =>
  new Map(
    weeks
      .flatMap((week) => week.days)
      .flatMap(({ date, sessions }) =>
        sessions.map((session): readonly [string, Placed] => [session.id, { session, date }]),
      ),
  );

type ReasonOf = (id: string, was: Placed | undefined, now: Placed | undefined) => DiffReason;

function entryOf(
  kind: DiffEntry["kind"],
  id: string,
  was: Placed | undefined,
  now: Placed | undefined,
  reasonOf: ReasonOf,
): DiffEntry {
  return {
    kind,
    session: id,
    title: (now ?? was)?.session.title ?? "",
    fromDate: was?.date ?? null,
    toDate: now?.date ?? null,
    metresBefore: was === undefined ? null : chosenWay(was.session).metres,
    metresAfter: now === undefined ? null : chosenWay(now.session).metres,
    reason: reasonOf(id, was, now),
  };
}

function reasonsOf(before: Plan, after: Plan, wish: ChangedWish): ReasonOf {
  const closed = closedDaysOf(after.changes ?? []);
  const isSuspending = after.adjustments.length !== before.adjustments.length && wish.kind === "adapt";
  return (id, was, now) => {
    if (wish.kind === "move") return { cause: id === wish.session ? "asked" : "made_room" };
    if (wish.kind === "swap") return { cause: isSwapped(wish.days, was, now) ? "asked" : "made_room" };
    if (was !== undefined && closed.has(epochDay(was.date))) return { cause: "closed_day" };
    if (isSuspending && was?.session.quality === true) return { cause: "law", law: "C5" };
    if (wish.kind === "block_days") return { cause: "made_room" };
    if (wish.kind === "pause") return { cause: "law", law: "C2" };
    if (wish.kind !== "adapt") return { cause: "rebuilt", wish: wish.kind };
    return { cause: "law", law: was?.session.kind === "long" ? "C3" : "C2" };
  };
}

const isSwapped = (
  days: readonly CalendarDate[],
  was: Placed | undefined,
  now: Placed | undefined,
): boolean => was !== undefined && now !== undefined && days.includes(was.date) && days.includes(now.date);
